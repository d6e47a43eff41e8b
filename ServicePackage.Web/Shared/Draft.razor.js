// Keeps what is typed within an element in the session storage, and puts it back. The browser alone can do it: what is typed
// while the connection is lost never reaches the server.
const drafts = new WeakMap();

const keyOf = field => (field.type === 'radio' ? field.name : field.id);
const kept = field => keyOf(field) && !['file', 'hidden', 'password'].includes(field.type);

export function attach(root, key) {
  if (!root) return; // closed while this was on its way
  const draft = { key, values: read(key) };
  drafts.set(root, draft);
  const keep = event => {
    if (!kept(event.target) || drafts.get(root) !== draft) return;
    draft.values[keyOf(event.target)] = event.target.type === 'checkbox' ? event.target.checked : event.target.value;
    try {
      sessionStorage.setItem(key, JSON.stringify(draft.values));
    } catch { /* the storage is full or forbidden: the text stays in the field alone */ }
  };
  root.addEventListener('input', keep);
  root.addEventListener('change', keep);
  restore(root, draft.values, keep);
}

export function clear(root) {
  const draft = drafts.get(root);
  if (!draft) return;
  drafts.delete(root);
  sessionStorage.removeItem(draft.key);
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

// The events tell the page, just as typing would.
function restore(root, values, keep) {
  for (const field of root.querySelectorAll('[data-touched]')) { // given while this script was on its way
    if (field.type !== 'radio' || field.checked) keep({ target: field });
  }
  for (const field of root.querySelectorAll('input, textarea, select')) {
    const value = values[keyOf(field)];
    if (!kept(field) || value === undefined) continue;
    if ('typed' in field.dataset) continue; // typed on this page just now, which counts for more
    if (field.type === 'radio') {
      if (field.value !== value || field.checked) continue;
      field.checked = true;
    } else if (field.type === 'checkbox') {
      if (field.checked === value) continue;
      field.checked = value;
    } else {
      if (field.value === value) continue;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
