// The part of the board that must answer at once: where a dragged card may land, the arrow keys, closing a menu.
export function attach(root) {
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
  // A menu that the window's lower edge would cut opens upwards where there is more room.
  root.addEventListener('focusin', event => {
    const menu = event.target.closest('[role=menu]');
    if (!menu || menu.contains(event.relatedTarget)) return;
    const { top, bottom, height } = menu.getBoundingClientRect();
    const bar = document.querySelector('.bar').getBoundingClientRect().bottom;
    if (bottom > innerHeight && top - height > bar && getComputedStyle(menu).position !== 'fixed') menu.dataset.up = '';
    menu.scrollIntoView({ block: 'nearest' });
  });
  const elsewhere = event => {
    if (!root.isConnected) document.removeEventListener('click', elsewhere);
    else if (event.isTrusted && !event.target.closest?.('.card-menu, [role=menu]')) openMenu()?.click();
  };
  document.addEventListener('click', elsewhere);
}

export function focusCard(root, id) {
  root.querySelector(`.card[data-card="${id}"]`)?.focus();
}
