// Clicks (or chooses a value) and tells how many milliseconds pass until what is shown has changed and is drawn, and how
// much of the page moved (layout shift) up to then, and from then on for half a second more. The click is made by this script,
// so the browser takes no shift for one that the reader asked for: it tells of all of them.
({ click, choose, shown, there }) => new Promise((resolve, reject) => {
  const text = () => {
    const parts = [...document.querySelectorAll(shown)].map(e => e.innerText);
    return there && !document.querySelector(there) ? null : location.pathname + '\n' + parts.join('\n');
  };
  const before = text();
  const entries = [];
  const shifts = new PerformanceObserver(list => entries.push(...list.getEntries()));
  const sum = wanted => entries.filter(wanted).reduce((total, entry) => total + entry.value, 0);
  shifts.observe({ type: 'layout-shift' });
  const target = document.querySelector(click);
  if (!target) return reject(new Error(`nothing to click: ${click}`));
  const begun = performance.now();
  const changes = new MutationObserver(look);
  const late = setTimeout(() => reject(new Error(`nothing came of ${click}`)), 15000);
  changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  if (choose === null) target.click();
  else {
    target.value = choose;
    target.dispatchEvent(new Event('change', { bubbles: true }));
  }
  function look() {
    const now = text();
    if (now === null || now === before) return;
    changes.disconnect();
    clearTimeout(late);
    requestAnimationFrame(() => {
      const channel = new MessageChannel(); // its message comes after the frame was painted
      channel.port1.onmessage = () => {
        const drawn = performance.now();
        setTimeout(() => {
          shifts.disconnect();
          resolve([drawn - begun, sum(() => true), sum(entry => entry.startTime > drawn)]);
        }, 500);
      };
      channel.port2.postMessage(null);
    });
  }
})
