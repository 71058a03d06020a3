import fc from 'fast-check';
import { findGaps } from '../../src/findings';
import {
  CHOICE_KINDS,
  NO_CORRECTIONS,
  REGISTER_LAYOUTS,
  SCORE_LAYOUTS,
  SHEET_ROLES,
  SOURCES,
  takenBack,
  withCorrection,
  type Choice,
  type CorrectionEdit,
  type TableKey,
  type WorkbookSnapshot,
} from '../../src/model';
import { recognise } from '../../src/recognise';
import { REGISTER_WORDS } from '../../src/recognise/registerWords';
import { HEADER_WORDS } from '../../src/recognise/words';
import { scoreAssessment } from '../../src/score';
import { allCases, openFile } from '../cases/caseFiles';
import { TODAY } from './support';

const ODD = [
  '',
  '99',
  '-1',
  '3',
  '__proto__',
  'W11',
  'W42',
  '五好党委',
  ...Object.keys(HEADER_WORDS),
  ...Object.keys(REGISTER_WORDS),
];

/** Anything that a person might say of the tables of a workbook, sense or nonsense. */
function edits(workbooks: readonly WorkbookSnapshot[]): fc.Arbitrary<CorrectionEdit> {
  const { sheets } = recognise(workbooks, { today: TODAY });
  const tables = sheets.flatMap(({ name, tables: own }) => own.map((table) => ({ name, table })));
  const choice: fc.Arbitrary<Choice> = fc.record(
    {
      kind: fc.constantFrom(...CHOICE_KINDS),
      name: fc.constantFrom(...ODD),
      text: fc.constantFrom('安全生产', '没有的'),
      source: fc.constantFrom(...SOURCES),
      reading: fc.constantFrom('points' as const, 'raw' as const),
    },
    { requiredKeys: ['kind', 'name'] },
  );
  const role = fc.oneof(
    fc.record({ role: fc.constant('register' as const), layout: fc.constantFrom(...REGISTER_LAYOUTS) }),
    fc.record({ role: fc.constant('scores' as const), layout: fc.constantFrom(null, ...SCORE_LAYOUTS) }),
    fc.record({
      role: fc.constantFrom(...SHEET_ROLES.filter((r) => !['register', 'scores', 'results'].includes(r))),
      layout: fc.constant(null),
    }),
  );
  const about = fc.constantFrom(...tables);
  return fc.tuple(about, fc.boolean()).chain(([{ name, table }, everySheet]): fc.Arbitrary<CorrectionEdit> => {
    const key: TableKey = { header: table.header, sheet: name, everySheet };
    const named = (type: 'column' | 'row', list: readonly { key: string; occurrence: number }[]) =>
      fc.tuple(fc.constantFrom(...list), choice).map(([at, value]): CorrectionEdit => {
        const isWhole = type === 'column' || ['ignore', 'indicator', 'dimension'].includes(value.kind);
        const { key: text, occurrence } = at;
        return { type, table: key, key: text, occurrence, value: isWhole ? value : { kind: 'ignore', name: '' } };
      });
    return fc.oneof(
      role.map((value): CorrectionEdit => ({ type: 'role', table: key, value })),
      fc.constantFrom(...SOURCES).map((value): CorrectionEdit => ({ type: 'source', table: key, value })),
      fc
        .constantFrom('', '五好党委', '党员五带头', '没有的方案')
        .map((value): CorrectionEdit => ({ type: 'scheme', table: key, value })),
      named('column', table.columns),
      ...(table.rows.length > 0 ? [named('row', table.rows)] : []),
      fc
        .nat({ max: table.rowKeys.length })
        .map((n): CorrectionEdit => ({ type: 'header', instead: table.rowKeys, value: table.rowKeys.slice(n) })),
    );
  });
}

const CASES = allCases().map(({ name, files }) => [name, files] as const);

test.each(CASES)('%s: whatever people say, it is read, scored and judged without failing', (_, files) => {
  const workbooks = files.map((path) => openFile(path).snapshot());
  const before = JSON.stringify(recognise(workbooks, { today: TODAY }).sheets);
  fc.assert(
    fc.property(fc.array(edits(workbooks), { minLength: 1, maxLength: 4 }), (list) => {
      const corrections = list.reduce(withCorrection, NO_CORRECTIONS);
      const assessment = recognise(workbooks, { today: TODAY, corrections });
      findGaps(assessment, scoreAssessment(assessment));
      expect(assessment.corrections.map(({ edit }) => takenBack(edit)).reduce(withCorrection, corrections)).toEqual(
        NO_CORRECTIONS,
      );
    }),
    { numRuns: 12 },
  );
  expect(JSON.stringify(recognise(workbooks, { today: TODAY, corrections: NO_CORRECTIONS }).sheets)).toBe(before);
});
