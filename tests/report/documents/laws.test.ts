import { buildReport } from '../../../src/app';
import type { OutValue, TextDocument } from '../../../src/model';
import type { ReportSource } from '../../../src/report';
import { bulletin, feedback, reminders, type DocumentOptions } from '../../../src/report/documents';
import { Q } from '../../../src/values';
import { allCases, openFile, scoreOpened, type Case } from '../../cases/caseFiles';
import { textsOf } from '../../support/documentText';

const LOCALES = ['zh-CN', 'en-US'] as const;

/** Every document of an outcome: both languages, with and without names. */
function documentsOf(outcome: ReportSource): { name: string; document: TextDocument }[] {
  return LOCALES.flatMap((locale) => [
    { name: `bulletin ${locale}`, document: bulletin(outcome, { locale }) },
    { name: `anonymous ${locale}`, document: bulletin(outcome, { locale, anonymous: true }) },
    { name: `feedback ${locale}`, document: feedback(outcome, { locale }) },
  ]);
}

/**
 * Numbers as result sheets show them: values with two decimals, rates, and what stands in texts; and what the rules and
 * parameters themselves say.
 */
function numbersInSheets(outcome: ReportSource): Set<string> {
  const numbers = new Set<string>();
  for (const { scheme, parameters } of outcome.assessment.schemes) {
    const sumOf = (lines: typeof scheme.indicators) => Q.sum(lines.map(({ max }) => max));
    const quantified = sumOf(scheme.indicators.filter(({ nature }) => nature === 'quantitative'));
    const all = sumOf(scheme.indicators);
    if (all.n > 0n) numbers.add(Q.formatPercent(Q.div(quantified, all)));
    numbers.add(Q.formatPercent(parameters.passDimension));
    if (parameters.topGradeQuota) numbers.add(Q.formatPercent(parameters.topGradeQuota));
  }
  for (const locale of LOCALES) {
    for (const { blocks } of buildReport(outcome, { locale, workbook: null }).sheets) {
      for (const row of blocks.flatMap(({ values }) => values)) for (const value of row) addNumbers(numbers, value);
    }
  }
  return numbers;
}

function addNumbers(numbers: Set<string>, value: OutValue): void {
  if (typeof value === 'number') {
    numbers.add(value.toFixed(2));
    numbers.add(Q.formatPercent(Q.of(Math.round(value * 10_000) / 10_000)));
  } else if (typeof value === 'string') {
    for (const [number] of value.matchAll(/\d+(?:\.\d+)?%?/g)) numbers.add(number);
  } else if (value && typeof value === 'object' && 'value' in value) addNumbers(numbers, value.value);
}

describe.each(allCases().map((each): [string, Case] => [each.name, each]))('documents of %s', (_, { files }) => {
  let outcome: ReportSource;
  let documents: { name: string; document: TextDocument }[];
  beforeAll(() => {
    outcome = scoreOpened(files.map(openFile));
    documents = documentsOf(outcome);
  });

  test('say everything in whole words: no empty place, no value that does not exist', () => {
    for (const { name, document } of documents) {
      for (const text of textsOf(document)) {
        expect([name, text]).toEqual([name, expect.not.stringMatching(/\{\w+\}|undefined|NaN|Infinity|\[object|null/)]);
        expect([name, text]).toEqual([
          name,
          expect.not.stringMatching(/。。|；；|，，|：：|、、|，。|；。|：。| {5}(?! *$)[a-z]/),
        ]);
      }
      for (const block of document.blocks) {
        if (block.type === 'paragraph') expect(`${block.lead ?? ''}${block.text}`).not.toBe('');
      }
    }
  });

  test('have tables whose rows fit their columns', () => {
    for (const { document } of documents) {
      for (const block of document.blocks) {
        if (block.type !== 'table') continue;
        expect(block.columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1);
        expect(block.rows.length).toBeGreaterThan(0);
        for (const row of block.rows) if ('cells' in row) expect(row.cells).toHaveLength(block.columns.length);
      }
    }
  });

  test('name only numbers that the result sheets have', () => {
    const known = numbersInSheets(outcome);
    for (const { name, document } of documents.filter(({ name }) => !name.startsWith('feedback'))) {
      for (const text of textsOf(document)) {
        for (const [number] of text.matchAll(/(?<![\d.])\d+(?:\.\d+%?|%)/g)) {
          expect([name, text, known.has(number) ? 'known' : number]).toEqual([name, text, 'known']);
        }
      }
    }
  });

  test('rank as the rankings do', () => {
    const { sheets } = buildReport(outcome, { locale: 'zh-CN', workbook: null });
    const rankings = sheets.filter(({ mark }) => mark.startsWith('ranking:'));
    const rows = rankings.flatMap(({ blocks }) => blocks.flatMap(({ values }) => values.map((row) => row.map(String))));
    for (const block of bulletin(outcome, { locale: 'zh-CN' }).blocks) {
      if (block.type !== 'table' || block.columns[0]!.header !== '名次') continue;
      for (const row of block.rows) {
        if (!('cells' in row)) continue;
        const [rank, name, total, grade] = row.cells as [string, string, string, string];
        const wanted = [rank, name, total === '—' ? total : String(Number(total)), grade];
        expect(rows.filter((cells) => wanted.every((cell) => cells.includes(cell))).length).toBeGreaterThan(0);
      }
    }
  });

  test('name nobody who is behind when they are anonymous', () => {
    const { assessment, result } = outcome;
    const praised = new Set<string>();
    const others: string[] = [];
    result.schemes.forEach((scheme) => {
      const { subjects } = assessment.schemes[scheme.scheme]!;
      subjects.forEach(({ name, group }, subject) => {
        if (group !== null) praised.add(group);
        const best = scheme.dimensions.some((points) => points[subject]! >= Math.max(...points.filter((p) => p >= 0)));
        if (scheme.grade[subject] === 0 || best) praised.add(name);
        else others.push(name);
      });
    });
    for (const { name, subjectName } of outcome.findings.map((each) => ({ name: each.code, ...each }))) {
      if (subjectName !== null && name.startsWith('G') && !praised.has(subjectName)) others.push(subjectName);
    }
    // 红岩锡矿党委 is no mention of 红岩锡矿 where both are subjects: a name inside a praised one is not looked for.
    const hidden = [...new Set(others)].filter((name) => ![...praised].some((shown) => shown.includes(name)));
    for (const locale of LOCALES) {
      const text = textsOf(bulletin(outcome, { locale, anonymous: true })).join('\n');
      expect(hidden.filter((name) => text.includes(name))).toEqual([]);
    }
  });

  test('remind of every duty that a unit owes, once', () => {
    const options: DocumentOptions = { locale: 'zh-CN' };
    const duties = outcome.findings.filter(({ code, subject }) => code.startsWith('G') && subject !== null);
    const list = reminders(outcome, options);
    for (const { brief } of duties) {
      expect(list.filter(({ text }) => text.includes(brief)).length).toBeGreaterThan(0);
    }
    expect(new Set(list.map(({ unit }) => unit)).size).toBe(list.length);
    for (const { count, text } of list) {
      expect(text.split('\n').filter((line) => /^\d+\./.test(line))).toHaveLength(count);
      expect(text).not.toMatch(/\{\w+\}|undefined|NaN/);
    }
    const inForms = textsOf(feedback(outcome, options)).join('\n');
    if (outcome.assessment.schemes.every(({ scheme }) => scheme.kind !== 'member')) {
      for (const { brief } of duties.slice(0, 5)) expect(inForms).toContain(brief);
    }
  });
});
