// The part of the picker that only a browser can do: read the chosen files and send them, one after the other, with their progress.
const pickers = new WeakMap();

export function attach(root, page, addresses) {
  if (!root) return; // closed while this was on its way
  const picker = { page, addresses, nextKey: 1, waiting: [], sending: null };
  pickers.set(root, picker);
  const input = root.querySelector('input[type=file]');
  picker.listeners = [
    [input, 'change', () => { choose(picker, input.files); input.value = ''; }],
    [root, 'dragover', event => { event.preventDefault(); root.classList.add('over'); }],
    [root, 'dragleave', event => { if (!root.contains(event.relatedTarget)) root.classList.remove('over'); }],
    [root, 'drop', event => { event.preventDefault(); root.classList.remove('over'); choose(picker, event.dataTransfer.files); }],
  ];
  for (const [element, kind, act] of picker.listeners) element.addEventListener(kind, act);
  if (input.files.length) input.dispatchEvent(new Event('change')); // chosen before the page answered
}

export function stop(root, key) {
  const picker = pickers.get(root);
  if (!picker) return;
  picker.waiting = picker.waiting.filter(file => file.key !== key);
  if (picker.sending?.key === key) {
    picker.sending.stopped = true;
    picker.sending.request?.abort();
  }
}

export function detach(root) {
  const picker = pickers.get(root);
  if (!picker) return;
  for (const [element, kind, act] of picker.listeners) element.removeEventListener(kind, act);
  picker.waiting = [];
  picker.sending?.request?.abort();
  pickers.delete(root);
}

async function choose(picker, files) {
  const chosen = [...files].map(content => ({ key: picker.nextKey++, content }));
  const wanted = await picker.page.invokeMethodAsync('ChooseAsync',
    chosen.map(({ key, content }) => ({ key, name: content.name, length: content.size })));
  picker.waiting.push(...chosen.filter(file => wanted.includes(file.key)));
  if (!picker.sending) await sendAll(picker);
}

async function sendAll(picker) {
  while (picker.waiting.length > 0) {
    const file = picker.sending = picker.waiting.shift();
    const answer = await send(picker, file);
    picker.sending = null;
    if (answer.id) await picker.page.invokeMethodAsync('StoreAsync', file.key, answer.id);
    else if (!answer.stopped) await picker.page.invokeMethodAsync('FailAsync', file.key, answer.sentence ?? null);
  }
}

async function send(picker, file) {
  try {
    const token = await fetch(picker.addresses.token, { cache: 'no-store', headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    if (!token.ok) return {};
    const text = await token.text();
    return file.stopped ? { stopped: true } : await post(picker, file, text);
  } catch {
    return {};
  }
}

function post(picker, file, token) {
  return new Promise(done => {
    const request = file.request = new XMLHttpRequest();
    let told = 0;
    request.open('POST', `${picker.addresses.upload}?name=${encodeURIComponent(file.content.name)}`);
    request.setRequestHeader('RequestVerificationToken', token);
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', event => {
      const percent = Math.floor(100 * event.loaded / event.total);
      if (percent >= told + 5) {
        told = percent;
        picker.page.invokeMethodAsync('Advance', file.key, percent);
      }
    });
    request.addEventListener('load', () => done(request.response ?? {}));
    request.addEventListener('error', () => done({}));
    request.addEventListener('abort', () => done({ stopped: true }));
    request.send(file.content);
  });
}
