import fc from 'fast-check';
import { findGaps } from '../../src/findings';
import type { CellValue } from '../../src/model';
import { assessmentOf, type RegisterTable, type Unit } from './assessmentOf';

const UNITS: readonly Unit[] = [
  { id: 'U01', name: '红岩锡矿党委', kind: '党委', contactLeader: '严长青' },
  { id: 'U02', name: '地质勘查队党总支', kind: '直属党总支', founded: '2004-05-01' },
  { id: 'U03', name: '红岩锡矿机关党支部', kind: '党支部' },
  { id: 'U04', name: '新建公司党委', kind: '党委', exempt: true, contactLeader: '尤向阳' },
];

const TABLES: readonly Omit<RegisterTable, 'rows'>[] = [
  { layout: 'plans', columns: ['unit', 'plan', 'planDate', 'planSent', 'planSentDate', 'measures'] },
  { layout: 'measures', columns: ['unit', 'measures', 'measuresDate'] },
  { layout: 'bonds', columns: ['unit', 'partyA', 'signedDate', 'signed', 'due', 'done', 'rate'] },
  { layout: 'contacts', columns: ['leader', 'unit', 'visitDate', 'visits'] },
  { layout: 'info', columns: ['unit', '1月', '1月组织部', '2月', '12月'] },
  { layout: 'info', columns: ['unit', 'date', 'title', 'recipient'] },
  { layout: 'materials', columns: ['unit', 'paper', 'paperDate', 'summary', 'summaryDate', 'archive'] },
  { layout: 'records', columns: ['unit', 'annual', 'firstHalf', 'secondHalf'] },
  { layout: 'rectify', columns: ['unit', 'problem', 'deadline', 'progress', 'closed'] },
  { layout: 'funds', columns: ['unit', 'budget', 'received'] },
];

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    null,
    '',
    '/',
    '—',
    '无',
    '√',
    '×',
    '未报',
    '已签18份(应签20)',
    '2004.5.31',
    '6.3',
    '{name}',
    '__proto__',
  ),
  fc.constant<CellValue>({ error: '#REF!' }),
  fc.double({ noNaN: true }),
  fc.integer({ min: -5, max: 50_000 }),
  fc.boolean(),
  fc.string({ maxLength: 50 }),
);

const table: fc.Arbitrary<RegisterTable> = fc.constantFrom(...TABLES).chain(({ layout, columns }) => {
  const name = fc.oneof(fc.constantFrom(...UNITS.map((unit) => unit.name)), fc.string({ maxLength: 8 }));
  const row = fc.tuple(...columns.map((column) => (column === 'unit' ? name : value)));
  return fc.array(row, { maxLength: 5 }).map((rows) => ({ layout, columns, rows }));
});

describe('whatever the registers say', () => {
  const asOf = fc.constantFrom('2004-01-01', '2004-02-29', '2004-07-01', '2004-10-10', '2005-01-20', '2006-01-01');

  it('findings are whole sentences about somebody who owes something, at a cell of the register', () => {
    fc.assert(
      fc.property(fc.array(table, { maxLength: 4 }), asOf, fc.boolean(), (registers, day, hasRoster) => {
        const { assessment, result } = assessmentOf({ asOf: day, registers, units: hasRoster ? UNITS : [] });
        for (const finding of findGaps(assessment, result)) {
          for (const text of [finding.message, finding.messageEn, finding.action, finding.actionEn]) {
            expect(text.replaceAll('{name}', '')).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
            expect(text.length).toBeGreaterThan(3);
          }
          for (const text of [finding.brief, finding.briefEn]) {
            expect(text.replaceAll('{name}', '')).not.toMatch(/\{\w+\}|undefined|NaN|\[object|[。.]$/);
          }
          expect(finding.subject).not.toBe('U04');
          expect(finding.owed).toBeGreaterThanOrEqual(1);
          // A warning before the end of the year is the one thing that is said in time.
          if (finding.deadline !== null && !finding.variant.startsWith('near'))
            expect(finding.deadline < day).toBe(true);
          if (finding.code === 'G00') continue;
          const { rows, columns } = registers[finding.place!.sheet]!;
          expect(finding.place!.row).toBeLessThanOrEqual(rows.length);
          expect(finding.place!.column).toBeLessThan(columns.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('time passing never mends a gap', () => {
    fc.assert(
      fc.property(fc.array(table, { maxLength: 3 }), (registers) => {
        const gapsOn = (day: string) => {
          const { assessment, result } = assessmentOf({ asOf: day, registers, units: UNITS });
          return new Set(findGaps(assessment, result).map(({ code, subject }) => `${code} ${subject}`));
        };
        const [before, after] = [gapsOn('2004-08-10'), gapsOn('2005-02-01')];
        expect([...before].filter((gap) => !after.has(gap))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
