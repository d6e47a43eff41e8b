// What is wrong with how a page stands in its window, as one line a finding: wider than the window, a control that is cut,
// hidden in part or under another, a title cut below twelve characters, a text that is cut without a sign or runs out of its box, a word broken in its middle,
// Latin words on a Chinese screen.
({ chinese, longNames, allowed }) => {
  const found = new Set();
  const root = document.documentElement;
  const width = root.clientWidth;
  const modal = document.querySelector('dialog[open]');
  const within = modal ?? document.body;
  const boxes = 'td, th, li, dd, dt, button, .button, .chip, .card, .sheet, .figure, .tag, summary, dialog, aside, main, nav, header';
  const controls = 'a, button, input:not([type=hidden]), select, textarea, summary, [role=tab], [role=menuitem], .chip, .tag, .tier';

  const name = element => {
    const words = (element.getAttribute('aria-label') || element.innerText || element.value || '').trim().replace(/\s+/g, ' ').slice(0, 24);
    const kind = element.localName + [...element.classList].slice(0, 2).map(c => '.' + c).join('');
    return `${kind} "${words}"`;
  };
  const styles = new Map();
  const style = element => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
  // For screen readers alone: clipped to nothing.
  const unseen = element => element !== document.body && (style(element).clipPath === 'inset(50%)' || unseen(element.parentElement));
  const visible = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('.unseen, .skip') && !unseen(element);
  const clips = value => value === 'hidden' || value === 'clip';
  const scrolls = value => value === 'auto' || value === 'scroll';
  const rectOf = element => element.getBoundingClientRect();
  const titled = element => element.closest('[title]') !== null || element.closest('[aria-label]')?.matches('a, button, summary');

  // The page itself.
  if (document.title.trim() === '') found.add('the page has no title');
  if (root.scrollWidth > width + 1) {
    const wide = [...document.body.querySelectorAll('*')].filter(e => visible(e) && rectOf(e).right > width + 1);
    const inner = wide.filter(e => !wide.some(o => o !== e && e.contains(o))).slice(0, 3);
    found.add(`the page is ${root.scrollWidth - width} px wider than its window: ${inner.map(name).join(', ')}`);
  }

  const elements = [...within.querySelectorAll('*')].filter(e => !e.closest('svg') && visible(e));

  // Texts that are cut, and texts that run out of their box.
  for (const element of elements) {
    const texts = [...element.childNodes].filter(n => n.nodeType === 3 && n.data.trim().length > 0);
    if (texts.length === 0 || ['option', 'textarea', 'script', 'style'].includes(element.localName)) continue;
    const own = style(element);
    const lines = own.webkitLineClamp !== 'none';
    if (clips(own.overflowX) && element.scrollWidth > element.clientWidth + 1) {
      if (own.textOverflow !== 'ellipsis' && !lines) found.add(`text cut without a sign: ${name(element)}`);
      else if (!titled(element)) found.add(`text cut, with no title to read the rest: ${name(element)}`);
    }
    if (clips(own.overflowY) && element.scrollHeight > element.clientHeight + 2) {
      if (!lines) found.add(`text cut at its foot: ${name(element)}`);
      else if (!titled(element)) found.add(`lines cut, with no title to read the rest: ${name(element)}`);
    }
    if (texts.some(n => n.data.trim().length > 2) && !['absolute', 'fixed'].includes(own.position) && rectOf(element).width < 2.5 * parseFloat(own.fontSize) && rectOf(element).height > 4 * parseFloat(own.fontSize)) {
      found.add(`text squeezed to a column: ${name(element)}`);
    }
    let cut = false;
    let box = element;
    while (box && !box.matches(boxes) && !['absolute', 'fixed'].includes(style(box).position)) {
      cut ||= own.display !== 'inline' && (clips(style(box).overflowX) || scrolls(style(box).overflowX));
      box = box.parentElement;
    }
    if (!box || cut || clips(style(box).overflowX) || scrolls(style(box).overflowX)) continue;
    const edge = rectOf(box);
    const range = document.createRange();
    for (const text of texts) {
      range.selectNodeContents(text);
      for (const line of range.getClientRects()) {
        if (line.right > edge.right + 1.5 || line.left < edge.left - 1.5) {
          found.add(`text runs ${Math.round(Math.max(line.right - edge.right, edge.left - line.left))} px out of ${name(box)}`);
          break;
        }
      }
    }
  }

  // The column that carries the meaning keeps twelve characters, in a table and on a card: the cell, or what a tag beside the text leaves of it.
  for (const cell of elements.filter(e => e.matches('td.col-title'))) {
    const words = cell.querySelector('.cell-pair > :first-child') ?? cell;
    const { fontSize } = style(words);
    const held = style(cell);
    const label = cell.dataset.label && held.display === 'flex' ? 7 * parseFloat(held.fontSize) : 0;
    const room = words === cell ? cell.clientWidth - parseFloat(held.paddingLeft) - parseFloat(held.paddingRight) - label : rectOf(words).width;
    if (room < 12 * parseFloat(fontSize) - 1) found.add(`title of ${Math.floor(room / parseFloat(fontSize))} characters: ${name(cell)}`);
  }

  // Words broken in their middle.
  if (!longNames) {
    const range = document.createRange();
    for (const element of elements) {
      if (['option', 'textarea', 'script', 'style', 'code'].includes(element.localName)) continue;
      for (const node of element.childNodes) {
        for (const word of node.nodeType === 3 ? node.data.matchAll(/[A-Za-z]{4,}/g) : []) {
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const tops = [...range.getClientRects()].map(r => Math.round(r.top));
          if (tops.some(top => Math.abs(top - tops[0]) > 4)) found.add(`word broken in its middle: "${word[0]}" in ${name(element)}`);
        }
      }
    }
  }

  // Controls that stand outside the window or are cut by what holds them.
  const layerOf = element => {
    for (let e = element; e && e !== document.body; e = e.parentElement) {
      const { position, zIndex } = style(e);
      if (e.localName === 'dialog' || position === 'fixed' || position === 'sticky' || (position === 'absolute' && (zIndex !== 'auto' || e !== element))) return e;
    }
    return null;
  };
  // The part of a box that what scrolls around it lets be seen.
  const seen = (element, { left, right, top, bottom }) => {
    for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) {
      if (!scrolls(style(e).overflowY) && !clips(style(e).overflowY)) continue;
      const edge = rectOf(e);
      [left, right, top, bottom] = [Math.max(left, edge.left), Math.min(right, edge.right), Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return { left, right, top, bottom };
  };
  const standing = elements.filter(e => e.matches(controls) && rectOf(e).width > 0 && rectOf(e).height > 0 && !(rectOf(e).width <= 1.5));
  const measured = [];
  for (const control of standing) {
    const rect = rectOf(control);
    if (rect.right <= 0 || rect.left >= width && style(layerOf(control) ?? control).position === 'fixed') continue; // a drawer that is shut
    let scrolled = false;
    let gone = false;
    for (let e = control.parentElement; e && e !== document.body; e = e.parentElement) {
      const held = style(e);
      if (scrolls(held.overflowX) || scrolls(held.overflowY)) scrolled = true;
      if (clips(held.overflowX)) {
        const edge = rectOf(e);
        if (rect.right > edge.right + 1.5 || rect.left < edge.left - 1.5) {
          if (rect.left >= edge.right || rect.right <= edge.left) gone = true;
          else if (style(control).display !== 'inline' || held.textOverflow !== 'ellipsis') found.add(`cut by what holds it: ${name(control)}`);
        }
      }
      if (held.position === 'fixed') break;
    }
    if (gone) continue;
    if (!scrolled && (rect.right > width + 1 || rect.left < -1)) found.add(`partly outside the window: ${name(control)}`);
    if (control.localName === 'input' && control.placeholder && !control.value) {
      const pen = document.createElement('canvas').getContext('2d');
      const own = style(control);
      pen.font = own.font;
      const room = control.clientWidth - parseFloat(own.paddingLeft) - parseFloat(own.paddingRight);
      if (pen.measureText(control.placeholder).width > room + 1) found.add(`hint cut in its field: "${control.placeholder.slice(0, 24)}"`);
    }
    if (control.localName === 'select' && control.selectedOptions.length > 0 && !longNames) {
      const pen = document.createElement('canvas').getContext('2d');
      pen.font = style(control).font;
      const words = control.selectedOptions[0].text;
      if (pen.measureText(words).width > control.clientWidth - parseFloat(style(control).paddingLeft) - 20) found.add(`choice cut in its field: "${words}"`); // 20: its arrow
    }
    if (control.matches('a, button, input, select, textarea, summary')) measured.push({ control, rects: [...control.getClientRects()].map(r => seen(control, r)), layer: layerOf(control) });
  }

  // Controls over one another, within one layer.
  for (let i = 0; i < measured.length; i++) {
    for (let j = i + 1; j < measured.length; j++) {
      const [a, b] = [measured[i], measured[j]];
      if (a.layer !== b.layer || a.control.contains(b.control) || b.control.contains(a.control)) continue;
      const over = a.rects.some(x => b.rects.some(y => Math.min(x.right, y.right) - Math.max(x.left, y.left) > 3 && Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > 3));
      if (over) found.add(`over one another: ${name(a.control)} and ${name(b.control)}`);
    }
  }

  // Latin words on a Chinese screen.
  if (chinese) {
    const pattern = new RegExp(allowed, 'g');
    for (const element of elements) {
      if (element.closest('[lang=en], kbd, code, pre') || ['option', 'script', 'style'].includes(element.localName)) continue;
      for (const node of element.childNodes) {
        const words = node.nodeType === 3 ? node.data.replace(pattern, '').match(/[A-Za-z]{3,}/g) : null;
        if (words) found.add(`Latin words on a Chinese screen: ${words.join(' ').slice(0, 60)}`);
      }
    }
  }
  return [...found];
}
