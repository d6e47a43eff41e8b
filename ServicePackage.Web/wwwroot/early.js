// A page is drawn before its circuit is there, and the circuit draws it anew. What is typed in between is put back and told
// to the page as typing would, and the place of typing keeps the focus.
(() => {
  'use strict';
  const page = document.documentElement;
  const patience = 5000;
  const fields = 'main input:not([type=file]):not([type=hidden]), main textarea, main select';
  const typed = new Map();
  let held = null;

  const keyOf = field => field.id || `${field.localName} ${[...document.querySelectorAll(`main ${field.localName}`)].indexOf(field)}`;
  const find = key => [...document.querySelectorAll(fields)].find(field => keyOf(field) === key);

  function note(event) {
    if (event.target.matches?.(fields)) typed.set(keyOf(event.target), event.target);
  }

  // The head of the page is given the focus when the circuit has drawn it; whoever types already is not disturbed.
  function hold(event) {
    if (event.target.matches?.(fields)) held = { key: keyOf(event.target), field: event.target };
    else if (event.target.localName === 'h1' && held) find(held.key)?.focus();
  }

  function putBack() {
    for (const [key, before] of typed) {
      const field = before.isConnected ? null : find(key);
      if (!field) continue;
      typed.set(key, field);
      field.dataset.typed = '';
      if (field.type === 'radio' || field.type === 'checkbox') {
        if (field.checked === before.checked) continue;
        field.checked = before.checked;
      } else {
        if (field.value === before.value) continue;
        field.value = before.value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    const field = held && !held.field.isConnected && document.activeElement?.matches('body, h1') ? find(held.key) : null;
    if (!field) return;
    const { selectionStart, selectionEnd } = held.field;
    held.field = field;
    field.focus();
    if (selectionStart !== null && field.setSelectionRange && field.type !== 'number') field.setSelectionRange(selectionStart, selectionEnd);
  }

  const drawn = new MutationObserver(putBack);
  drawn.observe(document.body, { childList: true, subtree: true });
  for (const kind of ['input', 'change']) addEventListener(kind, note, true);
  addEventListener('focusin', hold);

  function stop() {
    drawn.disconnect();
    removeEventListener('focusin', hold);
  }

  addEventListener('service-package-ready', () => {
    for (const kind of ['input', 'change']) removeEventListener(kind, note, true);
    putBack();
    for (const [key, field] of typed) if ('typed' in field.dataset) typed.delete(key);
    if (typed.size === 0) setTimeout(stop, 500);
    else setTimeout(stop, patience);
  }, { once: true });
})();
