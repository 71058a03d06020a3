/** @jest-environment jsdom */
import { guardFocus, leave, wayOut } from '../../src/browser/grid/focus';

const PLAIN = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

test.each([
  ['Tab', {}, 1],
  ['Tab', { shiftKey: true }, -1],
  ['F6', {}, 1],
  ['F6', { shiftKey: true }, -1],
  ['Escape', {}, 1],
  ['Tab', { ctrlKey: true }, 0],
  ['ArrowDown', {}, 0],
])('%s with %j leads %i', (key, held, way) => expect(wayOut({ ...PLAIN, key, ...held })).toBe(way));

describe('a guarded grid', () => {
  const $ = (id: string) => document.getElementById(id)!;
  let end: () => void;
  beforeEach(() => {
    document.body.innerHTML =
      '<button id="before"></button><div id="grid" tabindex="0"><input id="inner"></div>' +
      '<button disabled></button><button id="after"></button>';
    end = guardFocus($('grid'));
  });
  afterEach(() => end());

  test('gives back a focus that nobody asked for', () => {
    $('inner').focus();
    expect(document.activeElement).toBe(document.body);
    $('after').focus();
    $('inner').focus();
    expect(document.activeElement).toBe($('after'));
  });

  test('keeps a focus that the user asked for, until the user goes elsewhere', () => {
    $('grid').focus();
    $('inner').focus();
    expect(document.activeElement).toBe($('inner'));
    $('before').focus();
    $('inner').focus();
    expect(document.activeElement).toBe($('before'));
    $('inner').dispatchEvent(new Event('pointerdown', { bubbles: true }));
    $('inner').focus();
    expect(document.activeElement).toBe($('inner'));
  });

  test.each([
    ['Tab', false, 'after'],
    ['Tab', true, 'before'],
    ['Escape', false, 'after'],
  ])('%s (shift: %s) leads from within to what is %s it, before anyone else sees the key', (key, shiftKey, id) => {
    const greedy = jest.fn();
    window.addEventListener('keydown', greedy, { capture: true });
    $('grid').focus();
    $('inner').focus();
    $('inner').dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
    window.removeEventListener('keydown', greedy, { capture: true });
    expect(document.activeElement).toBe($(id));
    expect(greedy).not.toHaveBeenCalled();
  });

  test('takes the focus itself where Tab comes to something in it', () => {
    $('after').focus();
    $('after').dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', shiftKey: true, bubbles: true }));
    $('inner').focus();
    expect(document.activeElement).toBe($('grid'));
  });

  test('is one stop, whatever is put into it later', async () => {
    expect($('inner').tabIndex).toBe(-1);
    $('grid').insertAdjacentHTML('beforeend', '<canvas id="late" tabindex="1"></canvas>');
    await Promise.resolve();
    expect($('late').tabIndex).toBe(-1);
    expect($('grid').tabIndex).toBe(0);
  });

  test('without anything else the focus is put away', () => {
    $('before').remove();
    $('after').remove();
    $('grid').focus();
    leave($('grid'), 1);
    expect(document.activeElement).toBe(document.body);
  });
});
