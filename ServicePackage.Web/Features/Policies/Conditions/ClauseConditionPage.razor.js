// Keeps the condition that is built in the session storage, and keeps the browser from scrolling or leaving where a key means something to a row.
const keys = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter', 'Delete', 'Backspace', 'Insert']);

export function attach(root) {
  root?.addEventListener('keydown', event => {
    if (!event.target.matches?.('.outline-row')) return;
    if (keys.has(event.key) || (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey))) event.preventDefault();
  });
}

export function read(key) {
  return sessionStorage.getItem(key);
}

export function keep(key, text) {
  try {
    sessionStorage.setItem(key, text);
  } catch { /* the storage is full or forbidden: what is built stays on the page alone */ }
}

export function forget(key) {
  sessionStorage.removeItem(key);
}
