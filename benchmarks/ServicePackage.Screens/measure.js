// Clicks (or chooses a value) at the next key that the reader presses, and tells how many milliseconds pass until what is
// shown has changed and is drawn, and how much of the page moved (layout shift) up to half a second later: by the browser's
// measure, which leaves out what follows an input at once; in what came after the change was drawn; and in all.
({ click, choose, shown, there }) => { window.measured = new Promise((resolve, reject) => {
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
  let begun;
  const changes = new MutationObserver(look);
  const late = setTimeout(() => reject(new Error(`nothing came of ${click}`)), 15000);
  addEventListener('keydown', event => {
    event.preventDefault();
    begun = performance.now();
    changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    if (choose === null) target.click();
    else {
      target.value = choose;
      target.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }, { once: true, capture: true });
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
          resolve([drawn - begun, sum(entry => !entry.hadRecentInput), sum(entry => entry.startTime > drawn), sum(() => true)]);
        }, 500);
      };
      channel.port2.postMessage(null);
    });
  }
}); }
