// What stands in a field is the browser's alone while somebody types there. A field that acts meanwhile ([data-soon]) tells its text when
// typing pauses, and at once on Enter, on leaving it and when it is emptied, but never in the middle of a composition. What the page itself
// wants to stand there waits until the field is left, and gives way to what was typed.
(() => {
  'use strict';
  const pause = 250;
  const untold = new WeakMap();
  const owed = new WeakMap();

  window.Blazor?.registerCustomEventType('typed', { createEventArgs: event => ({ text: event.target.value }) });

  function hold(field) {
    clearTimeout(untold.get(field));
    untold.set(field, 0);
  }
  function wait(field) {
    hold(field);
    untold.set(field, setTimeout(tell, pause, field));
  }
  function tell(field) {
    if (!untold.has(field)) return;
    hold(field);
    untold.delete(field);
    field.dispatchEvent(new Event('typed', { bubbles: true }));
  }

  // Heard before the circuit hears of the same key or change, so that the text arrives ahead of it.
  function hear(kind, what) {
    addEventListener(kind, event => { if (event.target.matches?.('[data-soon]')) what(event.target, event); }, true);
  }
  hear('input', (field, event) => {
    if (event.isComposing) return hold(field);
    wait(field);
    if (field.value === '') tell(field);
  });
  hear('compositionstart', field => { if (untold.has(field)) hold(field); });
  hear('compositionend', wait);
  hear('change', tell);
  hear('keydown', (field, event) => { if (event.key === 'Enter' && !event.isComposing) tell(field); });

  // A draft leaves alone what somebody has typed into.
  addEventListener('input', event => { if (event.isTrusted) event.target.dataset.touched = ''; }, true);

  function put(field, known, text) {
    if (field.value === known.replace(/\r\n?/g, '\n')) field.value = text;
  }
  (window.servicePackage ??= {}).put = (field, known, text) => {
    if (!field) return;
    if (field === document.activeElement) owed.set(field, [known, text]);
    else put(field, known, text);
  };
  addEventListener('focusout', event => {
    if (owed.has(event.target)) put(event.target, ...owed.get(event.target));
    owed.delete(event.target);
  });
})();
