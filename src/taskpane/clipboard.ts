/** Copies a text; rejects where the web view allows neither way. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Some web views keep the clipboard from pages but let them copy what is selected.
    copySelected((holder) => (holder.textContent = text), 'pre-wrap');
  }
}

/** Copies a text with its looks, for Word and WPS; what takes no looks gets the plain text. */
export async function copyRich(html: string, text: string): Promise<void> {
  try {
    const part = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
    await navigator.clipboard.write([new ClipboardItem({ ...part('text/html', html), ...part('text/plain', text) })]);
  } catch {
    copySelected((holder) => (holder.innerHTML = html), 'normal');
  }
}

function copySelected(fill: (holder: HTMLElement) => void, whiteSpace: string): void {
  const holder = document.createElement('div');
  Object.assign(holder.style, { position: 'fixed', left: '-10000px', top: '0', whiteSpace });
  fill(holder);
  document.body.append(holder);
  try {
    const selection = document.getSelection();
    const range = document.createRange();
    range.selectNodeContents(holder);
    selection?.removeAllRanges();
    selection?.addRange(range);
    if (!document.execCommand('copy')) throw new Error('not copied');
    selection?.removeAllRanges();
  } finally {
    holder.remove();
  }
}
