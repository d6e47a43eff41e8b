// One letter for what is done most: an element names its own by aria-keyshortcuts, and a press of it is a click there. Rows are gone
// through by j and k, / leads to the search field, ? opens the sheet of what is valid on this page. Never while somebody types, composes or
// holds Ctrl, Alt or Meta; the sheet switches all of it off (WCAG 2.1.4).
(() => {
  'use strict';
  const setting = 'letters';
  const rowLinks = 'main :is(.row-link, .row-open)';
  const search = 'main input[type=search]';
  const sheet = () => document.getElementById('letters');
  const seen = element => element.checkVisibility({ visibilityProperty: true });

  function on() {
    try {
      return localStorage.getItem(setting) !== 'off';
    } catch {
      return true;
    }
  }

  // What a letter leads to: on the page itself what is in sight, in the frame whatever stands there, a folded rail too.
  function lettered() {
    return [...document.querySelectorAll('[aria-keyshortcuts]')]
      .filter(e => [...e.getAttribute('aria-keyshortcuts')].length === 1 && !e.disabled && (!e.closest('main') || seen(e)));
  }

  function step(by) {
    const links = [...document.querySelectorAll(rowLinks)].filter(seen);
    const row = document.activeElement?.closest('tr, li, .parcel, .notice');
    const at = links.findIndex(link => link === document.activeElement || row?.contains(link));
    const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  function line(letter, text) {
    const [div, dt, dd, kbd] = ['div', 'dt', 'dd', 'kbd'].map(name => document.createElement(name));
    kbd.textContent = letter;
    dd.textContent = text;
    dt.append(kbd);
    div.append(dt, dd);
    return div;
  }

  function open() {
    const dialog = sheet();
    if (!dialog || dialog.open) return;
    const all = lettered().map(e => ({ letter: e.getAttribute('aria-keyshortcuts'), text: (e.getAttribute('aria-label') ?? e.textContent).trim(), here: !!e.closest('main') }));
    const once = all.filter((row, i) => all.findIndex(other => other.letter === row.letter) === i);
    for (const here of [true, false]) {
      dialog.querySelector(here ? '.letters-here' : '.letters-frame').replaceChildren(...once.filter(row => row.here === here).map(row => line(row.letter, row.text)));
    }
    dialog.querySelector('.letters-rows').hidden = !document.querySelector(rowLinks);
    dialog.querySelector('.letters-search').hidden = !document.querySelector(search);
    dialog.querySelector('.letters-on').checked = on();
    dialog.showModal();
  }

  addEventListener('click', event => {
    if (event.target.closest?.('[data-letters-open]')) open();
    else if (event.target.closest?.('[data-letters-close]')) sheet().close();
  });
  addEventListener('change', event => {
    if (!event.target.matches?.('.letters-on')) return;
    try {
      localStorage.setItem(setting, event.target.checked ? 'on' : 'off');
    } catch { /* the storage is forbidden: they stay on */ }
  });

  function typing(target) {
    return target.isContentEditable
      || target.matches?.('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit]), [role=combobox], [role=listbox], [role=menuitem], [role=option]');
  }

  addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (typing(event.target) || document.querySelector('dialog[open], .mud-dialog') || !on()) return;
    const letter = event.shiftKey ? event.key : event.key.toLowerCase();
    const act = {
      '?': open,
      '？': open,
      '/': () => [...document.querySelectorAll(search)].find(seen)?.focus(),
      j: () => step(1),
      k: () => step(-1),
    }[letter];
    const target = act || event.repeat ? null : lettered().find(e => e.getAttribute('aria-keyshortcuts') === letter);
    if (!act && !target) return;
    event.preventDefault();
    act ? act() : target.click();
  });
})();
