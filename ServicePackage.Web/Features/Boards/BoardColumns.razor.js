// The part of the board that must answer at once: where a dragged card may land, the arrow keys, closing a menu.
export function attach(root) {
  if (!root) return; // another view was chosen while this was on its way
  let moves = null;
  const columnOf = node => node.closest?.('.board-column');
  const cards = column => [...column.querySelectorAll('.card')];
  const clear = () => root.querySelectorAll('[data-over]').forEach(c => c.removeAttribute('data-over'));
  const openMenu = () => root.querySelector('.card-menu[aria-expanded="true"]');

  root.addEventListener('dragstart', event => {
    const card = event.target.closest('.card');
    moves = card.dataset.moves.split(' ');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', card.dataset.card);
  });
  root.addEventListener('dragend', () => { moves = null; clear(); });
  root.addEventListener('drop', event => { event.preventDefault(); moves = null; clear(); });
  root.addEventListener('dragover', event => {
    const column = columnOf(event.target);
    if (!moves || !column) return;
    if (!column.hasAttribute('data-over')) { clear(); column.setAttribute('data-over', ''); }
    if (moves.includes(column.dataset.column)) event.preventDefault();
  });

  const step = (card, key) => {
    const column = columnOf(card);
    const [mine, columns] = [cards(column), [...root.querySelectorAll('.board-column')]];
    const [place, at] = [mine.indexOf(card), columns.indexOf(column)];
    if (key === 'ArrowDown') return mine[place + 1];
    if (key === 'ArrowUp') return mine[place - 1];
    const further = key === 'ArrowRight' ? columns.slice(at + 1) : columns.slice(0, at).reverse();
    const next = further.map(cards).find(c => c.length > 0);
    return next && next[Math.min(place, next.length - 1)];
  };
  root.addEventListener('keydown', event => {
    const menu = event.target.closest('[role=menu]');
    if (menu) {
      const items = [...menu.querySelectorAll('[role=menuitem]')];
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by) {
        event.preventDefault();
        items[(items.indexOf(event.target) + by + items.length) % items.length].focus();
      } else if (event.key === 'Escape' || event.key === 'Tab') {
        event.preventDefault();
        const card = menu.closest('.card');
        openMenu()?.click();
        card.focus();
      }
    } else if (event.target.matches('.card')) {
      if (event.key.startsWith('Arrow')) {
        event.preventDefault();
        step(event.target, event.key)?.focus();
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        event.target.querySelector('.card-menu').click();
      }
    }
  });
  // A column scrolls and would cut the menu: it stands in the window, under its button or, where there is more room, above it.
  const place = () => {
    const menu = root.querySelector('[role=menu]');
    if (!menu) return;
    const button = menu.closest('.card').querySelector('.card-menu').getBoundingClientRect();
    const bar = document.querySelector('.bar').getBoundingClientRect().bottom;
    const { offsetWidth: width, offsetHeight: height } = menu;
    const below = button.bottom + 4 + height <= innerHeight - 8 || innerHeight - button.bottom >= button.top - bar;
    menu.style.left = `${Math.max(8, Math.min(button.right - width, innerWidth - width - 8))}px`;
    menu.style.top = `${Math.max(bar + 8, below ? Math.min(button.bottom + 4, innerHeight - height - 8) : button.top - 4 - height)}px`;
  };
  new MutationObserver(place).observe(root, { childList: true, subtree: true });
  root.addEventListener('scroll', place, true);
  // The board ends with the window, wherever what stands above lets it begin.
  const fit = () => {
    place();
    root.style.setProperty('--board-top', `${Math.round(root.getBoundingClientRect().top + scrollY)}px`);
  };
  const around = new ResizeObserver(() => root.isConnected ? fit() : around.disconnect());
  around.observe(root.parentElement);
  fit();
  const elsewhere = event => {
    if (!root.isConnected) document.removeEventListener('click', elsewhere);
    else if (event.isTrusted && !event.target.closest?.('.card-menu, [role=menu]')) openMenu()?.click();
  };
  document.addEventListener('click', elsewhere);
}

export function focusCard(root, id) {
  root?.querySelector(`.card[data-card="${id}"]`)?.focus();
}
