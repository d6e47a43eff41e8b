// The little that has to run in the browser: starting the circuit over a WebSocket alone, coming back after a lost
// connection, keeping the session alive while somebody works, remembering light or dark.
(() => {
  'use strict';
  const renewEvery = 5 * 60 * 1000;
  const mostOpened = 6;
  const page = document.documentElement;
  const notice = document.getElementById('components-reconnect-modal');

  window.servicePackage = {
    ready() {
      page.dataset.ready = 'yes';
      dispatchEvent(new Event('service-package-ready'));
    },
    // A refused form: the focus goes to what is wrong first, or else to the refusal of the whole.
    focusWrong(id) {
      const form = document.getElementById(id);
      const wrong = form?.querySelector('[aria-invalid="true"], .field-error') ?? form?.querySelector('.refusal');
      const fields = 'input:not([type=hidden]), select, textarea';
      const field = wrong?.matches(fields) ? wrong : wrong?.closest('.field')?.querySelector(fields) ?? wrong;
      field?.focus();
    },
    // The focus goes to what the selector names, or else to the page's title.
    focusOn(selector) {
      (document.querySelector(selector) ?? document.querySelector('h1'))?.focus();
    },
    // What the selector names comes into sight, where it is not.
    show(selector) {
      document.querySelector(selector)?.scrollIntoView({ block: 'nearest' });
    },
    // What an account opened last is kept in its browser alone, until somebody signs out (signed-out.js).
    noteOpened(account, kind, name, address) {
      const rows = [{ kind, name, address }, ...this.opened(account).filter(row => row.address !== address)].slice(0, mostOpened);
      try {
        localStorage.setItem(`opened:${account}`, JSON.stringify(rows));
      } catch { /* the storage is full or forbidden: nothing is offered */ }
    },
    opened(account) {
      try {
        const rows = JSON.parse(localStorage.getItem(`opened:${account}`)) ?? [];
        return rows.filter(({ kind, name, address }) => [kind, name, address].every(text => typeof text === 'string')).slice(0, mostOpened);
      } catch {
        return [];
      }
    },
    // The row chosen in the search opens.
    openFound() {
      document.querySelector('.search-row[aria-selected="true"]')?.click();
    },
    remember(name, value) {
      const secure = location.protocol === 'https:' ? '; secure' : '';
      document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
      if (name.endsWith('.Theme')) {
        page.dataset.theme = value;
        page.dataset.themeChosen = '';
      }
    },
  };

  // Lost connection: Blazor tries to come back to the same circuit. Where the server answers again but the circuit does
  // not come back, the page is loaded afresh, so that nobody sits before a frozen page.
  let watch = null;
  async function look() {
    try {
      const answer = await fetch('health/live', { cache: 'no-store' });
      watch.answers = answer.ok ? watch.answers + 1 : 0;
    } catch {
      watch.answers = 0;
    }
    if (watch && watch.answers >= 3) location.reload();
  }
  function state(name) {
    page.dataset.connection = name;
    if (name === 'lost' && !watch) {
      watch = { answers: 0 };
      watch.timer = setInterval(look, 2000);
    } else if (name !== 'lost' && watch) {
      clearInterval(watch.timer);
      watch = null;
    }
  }
  notice?.addEventListener('components-reconnect-state-changed', event => {
    switch (event.detail.state) {
      case 'hide': state('good'); break;
      case 'rejected': case 'resume-failed': location.reload(); break;
      default: state('lost');
    }
  });

  if (window.Blazor) {
    Blazor.start({
      circuit: {
        configureSignalR: builder => builder.withUrl(new URL('_blazor', document.baseURI).href, { skipNegotiation: true, transport: 1 }),
        reconnectionOptions: { maxRetries: 100000, retryIntervalMilliseconds: tries => (tries < 30 ? 1000 : 5000) },
      },
    });
  }

  // A translator rewrites the page behind the circuit's back: what changes afterwards may not be seen until the page is loaded
  // again. It marks the page with a class or a language of its own, or wraps its texts.
  const language = page.lang;
  function lookForTranslator() {
    if (page.lang !== language || /\btranslated-(ltr|rtl)\b/.test(page.className) || document.querySelector('main font, [_msttexthash]')) {
      page.dataset.translated = 'yes';
    }
  }
  new MutationObserver(lookForTranslator).observe(page, { attributeFilter: ['class', 'lang'] });
  setInterval(lookForTranslator, 3000);

  // The session lives while there is input; the circuit's own traffic does not count.
  let worked = false;
  for (const kind of ['keydown', 'pointerdown']) {
    addEventListener(kind, () => { worked = true; }, { passive: true, capture: true });
  }
  setInterval(async () => {
    if (!worked) return;
    worked = false;
    try {
      const answer = await fetch('account/renew', { method: 'POST', redirect: 'manual', cache: 'no-store' });
      if (answer.status === 401) location.reload();
    } catch { /* no connection: the next round asks again */ }
  }, renewEvery);

  // The skip link moves the focus; an open account card or list of choices closes on Escape or a click elsewhere.
  const closing = 'details.account[open], details.pick[open]';
  addEventListener('click', event => {
    if (event.target.closest?.('.skip')) {
      event.preventDefault();
      document.getElementById('main')?.focus();
    }
    for (const open of document.querySelectorAll(closing)) {
      if (!open.contains(event.target) || event.target.closest('.menu-item')) open.open = false;
    }
  });
  addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const open of document.querySelectorAll(closing)) {
      open.open = false;
      open.querySelector('summary').focus();
    }
  });

  // Ctrl+K or its button opens the search, wherever the focus is, with an empty field; what is opened closes it.
  // The dialog is the browser's own: it keeps the focus within, and Escape closes it.
  addEventListener('click', event => {
    const search = document.getElementById('search');
    if (event.target.closest?.('#search-open') && !search.open) {
      const field = search.querySelector('input');
      field.value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      search.showModal();
    } else if (event.target.closest?.('.search-row')) {
      search.close();
    }
  });
  addEventListener('keydown', event => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const open = document.getElementById('search-open');
    if (!open) return;
    event.preventDefault();
    open.click();
  });

  // A click anywhere on a row opens what its link leads to, unless it was meant for something within, or for marking text.
  addEventListener('click', event => {
    const link = event.target.closest?.('tr, .parcel, .notice')?.querySelector('.row-link');
    if (!link || event.target.closest('a, button, input, select, label, summary') || getSelection()?.toString()) return;
    const { ctrlKey, metaKey, shiftKey } = event;
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
  });

  // Up and down go from one row's box to the next, so that rows are selected without leaving the keys.
  addEventListener('keydown', event => {
    if (!event.target.matches?.('[data-row-pick]') || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const boxes = [...document.querySelectorAll('[data-row-pick]')];
    const next = boxes[boxes.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });

  // The counter of a long text counts characters as a reader does: 𠮷 is one.
  addEventListener('input', event => {
    const counter = event.target.dataset?.counter && document.getElementById(event.target.dataset.counter);
    if (!counter) return;
    const [length, most] = [[...event.target.value].length, Number(counter.dataset.most)];
    counter.textContent = `${length.toLocaleString(page.lang)} / ${most.toLocaleString(page.lang)}`;
    counter.classList.toggle('over', length > most);
  });
})();
