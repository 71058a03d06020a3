import { a1, type CellRange, type DataValidation, type Indicator } from '../model';
import { definitionOf } from '../rules';
import { Q } from '../values';
import type { FormLook } from './looks';
import type { Texts } from './texts';
import { WORDS } from './words';

/** Makes the data validation of a block of cells. */
export type EntryRule = (range: CellRange) => DataValidation;

/** Days that a date may lie between: 1900-01-01 and 2199-12-31 as Excel counts them. */
const FIRST_DAY = 1;
const LAST_DAY = 109_574;
/** Share beyond which a rate is a slip: 1000 %. */
const MOST_RATE = 10;

/** One of some words and nothing else. */
export function oneOf(words: readonly string[], texts: Texts, prompt?: DataValidation['prompt']): EntryRule {
  const error = { title: texts('error.title'), text: texts('error.list', { words: words.join(texts('word.comma')) }) };
  return (range) => ({
    range,
    rule: { type: 'words', words },
    alert: 'stop',
    error,
    ...(prompt ? { prompt } : {}),
  });
}

/** Words that are offered; any other entry is taken too. */
export function offered(words: readonly string[], prompt?: DataValidation['prompt']): EntryRule {
  return (range) => ({ range, rule: { type: 'words', words }, alert: 'none', ...(prompt ? { prompt } : {}) });
}

/** One of the names on another sheet; another one is asked about. */
export function fromList(list: { readonly sheet: string; readonly range: CellRange }, texts: Texts): EntryRule {
  const error = { title: texts('error.askTitle'), text: texts('error.unknownName', { sheet: list.sheet }) };
  return (range) => ({ range, rule: { type: 'cells', ...list }, alert: 'warning', error });
}

/** A whole number that is not negative. */
export function whole(texts: Texts): EntryRule {
  const error = { title: texts('error.title'), text: texts('error.whole') };
  return (range) => ({ range, rule: { type: 'number', isWhole: true, min: 0, max: null }, alert: 'stop', error });
}

/** An amount that is not negative, or "/". */
export function amount(texts: Texts): EntryRule {
  return formulaRule((cell) => `OR(AND(ISNUMBER(${cell}),${cell}>=0),${open(cell)})`, texts('error.amount'), texts);
}

/** A day, or "/". */
export function day(texts: Texts): EntryRule {
  return formulaRule(
    (cell) => `OR(AND(ISNUMBER(${cell}),${cell}>=${FIRST_DAY},${cell}<=${LAST_DAY}),${open(cell)})`,
    texts('error.day'),
    texts,
  );
}

/** Points from 0 to 分值, "/" or 待报. */
export function points({ id, name, max, standard }: Indicator, texts: Texts): EntryRule {
  const most = Q.formatRational(max);
  return formulaRule(
    (cell) => `OR(AND(ISNUMBER(${cell}),${cell}>=0,${cell}<=${most}),${open(cell)})`,
    texts('error.points', { max: most }),
    texts,
    { title: promptTitle(id, name), text: [texts('prompt.points', { max: most }), standard].join('\n').trim() },
  );
}

/** "/" (not applicable) and 待报 (still to come) can stand in every cell that is scored. */
function open(cell: string): string {
  return `${cell}="${WORDS.notApplicable}",${cell}="${WORDS.pending}"`;
}

function formulaRule(
  formula: (cell: string) => string,
  text: string,
  texts: Texts,
  prompt?: DataValidation['prompt'],
): EntryRule {
  const error = { title: texts('error.title'), text };
  return (range) => ({
    range,
    rule: { type: 'formula', formula: formula(a1({ row: range.top, column: range.left })) },
    alert: 'stop',
    error,
    ...(prompt ? { prompt } : {}),
  });
}

function promptTitle(id: string, name: string): string {
  return id === name ? name : `${id} ${name}`;
}

/** How the raw value of an indicator is entered. */
export interface RawEntry {
  /** Under 填法, in a word or two. */
  readonly way: string;
  readonly look: FormLook;
  readonly rule: EntryRule;
}

/**
 * How a raw value is entered, by its method: a rate, a count, a level …; the rule of the indicator is the prompt.
 * @example rawEntry(w51, texts).way // "%"
 */
export function rawEntry(indicator: Indicator, texts: Texts): RawEntry {
  const { method, isRate } = indicator;
  const definition = definitionOf(method);
  const expected = definition.expects(method, isRate);
  const options = definition.options(method);
  const say = (way: string) => ({
    title: promptTitle(indicator.id, indicator.name),
    text: [
      texts(`prompt.${way}`, { first: options[0] ?? '', second: options[1] ?? options[0] ?? '' }),
      indicator.fromBelow ? texts('prompt.fromBelow') : '',
      indicator.standard,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  });
  const free = (way: string, formula: (cell: string) => string) =>
    formulaRule((cell) => `OR(${formula(cell)},${open(cell)})`, texts(`error.${way}`), texts, say(way));
  switch (expected) {
    case 'level':
      return {
        way: texts('way.level'),
        look: 'smallWords',
        rule: oneOf([...options, WORDS.notApplicable], texts, say('level')),
      };
    case 'yesNo':
      return {
        way: texts('way.yesNo'),
        look: 'smallWords',
        rule: oneOf([WORDS.has, WORDS.hasNot, WORDS.notApplicable], texts, say('yesNo')),
      };
    case 'kinds':
      return {
        way: texts('way.kinds'),
        look: 'smallWords',
        rule: offered([WORDS.hasNot, ...options.map((option) => `${option}1`), WORDS.notApplicable], say('kinds')),
      };
    case 'rate':
      return {
        way: '%',
        look: 'smallRate',
        // 18/20 is a rate too; a date that Excel made of 3/4 is none.
        rule: free(
          'rate',
          (cell) => `AND(ISNUMBER(${cell}),${cell}>=0,${cell}<=${MOST_RATE}),ISNUMBER(FIND("/",${cell}))`,
        ),
      };
    case 'count':
      if (definition.isCount(method, isRate)) {
        const number = (cell: string) =>
          `AND(ISNUMBER(${cell}),${cell}>=0,INT(${cell})=${cell}),${cell}="${WORDS.hasNot}"`;
        return { way: texts('way.count'), look: 'small', rule: free('count', number) };
      }
      return { way: texts('way.number'), look: 'small', rule: free('number', (cell) => `ISNUMBER(${cell})`) };
    case 'number':
      return method.code === 'points'
        ? { way: texts('way.points'), look: 'small', rule: points(indicator, texts) }
        : { way: texts('way.number'), look: 'small', rule: free('number', (cell) => `ISNUMBER(${cell})`) };
  }
}
