// The dialog is the browser's own: it keeps the focus within, and Escape closes it.
export function open(dialog) {
  if (dialog.open) return;
  dialog.showModal();
  const focus = () => dialog.querySelector('input')?.focus();
  focus();
  // The field is drawn after the click that opened the dialog.
  new MutationObserver((_, observer) => { if (dialog.querySelector('input')) { focus(); observer.disconnect(); } }).observe(dialog, { childList: true });
}

export function close(dialog) {
  dialog.close();
}
