// Light or dark as the system has it, until the reader chooses: before anything is drawn, and whenever the system changes.
(() => {
  'use strict';
  const page = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  function follow() {
    if (!page.hasAttribute('data-theme-chosen')) page.dataset.theme = dark.matches ? 'dark' : 'light';
  }
  dark.addEventListener('change', follow);
  follow();
})();
