/** @jest-environment jsdom */
import { correctionEdits, NO_CORRECTIONS, type CorrectionEdit } from '../../src/model';
import { shelf } from '../../src/browser/shelf';

const edit = (sheet: string, text = '单位'): CorrectionEdit => ({
  type: 'source',
  table: { header: [text, '得分'], sheet, everySheet: false },
  value: 'self',
});

beforeEach(() => localStorage.clear());
afterEach(() => jest.restoreAllMocks());

test('what was said is kept until it is forgotten', () => {
  shelf.add([edit('甲')]);
  shelf.add([edit('乙')]);
  expect(correctionEdits(shelf.read())).toEqual([edit('甲'), edit('乙')]);
  shelf.add([{ ...edit('甲'), value: null } as CorrectionEdit]);
  expect(correctionEdits(shelf.read())).toEqual([edit('乙')]);
  shelf.clear();
  expect(shelf.read()).toEqual(NO_CORRECTIONS);
});

test('beyond its limit what was said first is forgotten', () => {
  const many = Array.from({ length: 400 }, (_, k) => ({
    ...edit(`表${k}`, '长'.repeat(190)),
    table: { header: Array<string>(20).fill('长'.repeat(190)).concat(String(k)), sheet: `表${k}`, everySheet: false },
  })) as CorrectionEdit[];
  shelf.add(many);
  const kept = correctionEdits(shelf.read());
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.length).toBeLessThan(400);
  expect(kept.at(-1)).toEqual(many.at(-1));
});

test.each(['{', '5', '{"version":1,"tables":7}', '{"__proto__":{"version":1}}'])(
  '%s in its place is nothing',
  (text) => {
    localStorage.setItem('corrections', text);
    expect(shelf.read()).toEqual(NO_CORRECTIONS);
  },
);

test('a browser that keeps nothing is no failure', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  jest.spyOn(Storage.prototype, 'removeItem').mockImplementation(refuse);
  shelf.add([edit('甲')]);
  shelf.clear();
  expect(shelf.read()).toEqual(NO_CORRECTIONS);
});
