// Nobody is signed in: what accounts opened in this browser is forgotten.
(() => {
  'use strict';
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('opened:')) localStorage.removeItem(key);
    }
  } catch { /* the storage is forbidden: nothing is kept there */ }
})();
