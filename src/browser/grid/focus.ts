const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]';

/**
 * Which way a key leads out of the grid: 1 forwards, -1 backwards, 0 not at all.
 * @example wayOut({ key: "Tab", shiftKey: true, ctrlKey: false, altKey: false, metaKey: false }) // -1
 */
export function wayOut(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>): -1 | 0 | 1 {
  if (event.ctrlKey || event.altKey || event.metaKey) return 0;
  if (event.key === 'Tab' || event.key === 'F6') return event.shiftKey ? -1 : 1;
  return event.key === 'Escape' ? 1 : 0;
}

/** Moves the focus to what Tab reaches next behind (1) or before (-1) an element and all that is in it. */
export function leave(element: HTMLElement, way: -1 | 1): void {
  const others = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (other) => other.tabIndex >= 0 && !other.matches(':disabled') && !element.contains(other) && isDrawn(other),
  );
  const behind = others.findIndex((other) => element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const next = behind < 0 ? others.length : behind;
  const target = others[way > 0 ? next % others.length : (next - 1 + others.length) % others.length];
  if (target) target.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function isDrawn(element: HTMLElement): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}

/** Takes whatever is in an element out of the way of Tab, now and later: the element itself is the only stop. */
function isOnlyStop(element: HTMLElement): MutationObserver {
  const passOver = () => {
    for (const inner of element.querySelectorAll<HTMLElement>('*')) if (inner.tabIndex >= 0) inner.tabIndex = -1;
  };
  const observer = new MutationObserver(passOver);
  observer.observe(element, { subtree: true, childList: true, attributeFilter: ['tabindex', 'contenteditable'] });
  passOver();
  return observer;
}

/**
 * Lets the user have the say over the focus of an element: it is one stop of Tab, what is in it may take the focus only
 * once the user has gone there by pointer or keyboard, and Tab, Esc and F6 lead out of it. Gives the function that
 * ends this.
 *
 * The drawing library takes the focus whenever a sheet is shown, and its own listener takes Tab before anyone else in
 * the page: so this has to be called before the library is started.
 */
export function guardFocus(element: HTMLElement): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const stops = isOnlyStop(element);
  let isWanted = false;
  let isTabbing = false;
  element.addEventListener('pointerdown', () => (isWanted = true), { capture: true, signal });
  element.addEventListener(
    'focusin',
    ({ target, relatedTarget }) => {
      if (target === element) isWanted = true;
      if (isWanted || !(target instanceof HTMLElement)) return;
      // Browsers stop at what can be scrolled too: backwards, that comes before the element itself.
      if (isTabbing) return element.focus();
      if (relatedTarget instanceof HTMLElement) relatedTarget.focus();
      else target.blur();
    },
    { signal },
  );
  element.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !element.contains(relatedTarget)) isWanted = false;
    },
    { signal },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      const way = wayOut(event);
      if (way === 0) return;
      if (!(event.target instanceof Node) || !element.contains(event.target)) {
        isTabbing = true;
        setTimeout(() => (isTabbing = false));
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      isWanted = false;
      leave(element, way);
    },
    { capture: true, signal },
  );
  return () => {
    stops.disconnect();
    ended.abort();
  };
}
