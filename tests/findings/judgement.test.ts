import { findGaps, judgeDuties } from '../../src/findings';
import { allCases, openFile, scoreOpened } from '../cases/caseFiles';
import { assessmentOf, type Given, type RegisterTable, type Unit } from './assessmentOf';

const A: Unit = { id: 'U01', name: '红岩锡矿党委', kind: '党委', contactLeader: '严长青' };
const B: Unit = { id: 'U02', name: '地质勘查队党总支', kind: '直属党总支' };
const C: Unit = { id: 'U01-01', name: '红岩锡矿机关党支部', kind: '党支部' };

/** What became of the duties of a unit, e.g. { G01: "√", G02: "×" }; duties without a judgement are not there. */
function dutiesOf(given: Given, subject = 'U01'): Record<string, string> {
  const { assessment, result } = assessmentOf(given);
  return Object.fromEntries(
    judgeDuties(assessment, result)
      .filter(({ unit }) => unit.subject === subject)
      .map(({ duty, finding }) => [duty, finding ? '×' : '√']),
  );
}

function register(layout: RegisterTable['layout'], columns: RegisterTable['columns'], ...rows: RegisterTable['rows']) {
  return { units: [A, B, C], registers: [{ layout, columns: ['unit', ...columns] as const, rows }] } as const;
}

describe('a duty is judged', () => {
  const plans: RegisterTable['columns'] = ['plan', 'planSent', 'measures'];

  it('as fulfilled or not where the register says so, not at all where it does not apply or has no column', () => {
    expect(dutiesOf(register('plans', plans, [A.name, '有', '未报', '/']))).toEqual({ G01: '√', G02: '×' });
    expect(dutiesOf(register('plans', ['plan'], [A.name, '有']))).toEqual({ G01: '√' });
  });

  it('for a unit that the register leaves out by its leading duty alone', () => {
    expect(dutiesOf(register('plans', plans, [B.name, '有', '有', '有']))).toEqual({ G01: '×' });
    expect(dutiesOf(register('plans', plans, [B.name, '有', '有', '有']), 'U01-01')).toEqual({});
  });

  it('only when it is due', () => {
    const records = register('records', ['annual', 'firstHalf', 'secondHalf'], [A.name, '已考核', '2004.7.2', null]);
    expect(dutiesOf({ ...records, asOf: '2004-05-01' })).toEqual({});
    expect(dutiesOf({ ...records, asOf: '2004-09-01' })).toEqual({ 'G16.firstHalf': '√' });
    expect(dutiesOf(records)).toEqual({ G15: '√', 'G16.firstHalf': '√', 'G16.secondHalf': '×' });
  });

  it('letters: each layer its own, a rate is the duty towards the branches', () => {
    const bonds = register('bonds', ['signed', 'due', 'done'], [A.name, '已签', 20, 18], [C.name, '√', '/', '/']);
    expect(dutiesOf(bonds)).toEqual({ G06: '√', G07: '×' });
    expect(dutiesOf(bonds, 'U01-01')).toEqual({ G07: '√' });
    expect(dutiesOf(bonds, 'U02')).toEqual({ G06: '×' });
  });

  it('contacts: a leader, and a visit once the year is nearly over', () => {
    const contacts = register('contacts', ['leader', 'visits'], [A.name, '严长青', 0], [B.name, '/', '/']);
    expect(dutiesOf({ ...contacts, asOf: '2004-08-01' })).toEqual({ G08: '√' });
    expect(dutiesOf(contacts)).toEqual({ G08: '√', G09: '×' });
    expect(dutiesOf(contacts, 'U02')).toEqual({});
    const visited = register('contacts', ['leader', 'visits'], [A.name, null, '2004.5.31']);
    expect(dutiesOf(visited)).toEqual({ G08: '×', G09: '√' });
  });

  it('information: months that are due and ask for a report', () => {
    const months: RegisterTable['columns'] = ['1月', '2月'];
    expect(dutiesOf({ ...register('info', months, [A.name, 1, 2]) })).toEqual({ G10: '√' });
    expect(dutiesOf({ ...register('info', months, [A.name, '/', '/']) })).toEqual({});
    expect(dutiesOf({ ...register('info', months, [A.name, 1, null]), asOf: '2004-02-10' })).toEqual({ G10: '√' });
    expect(dutiesOf({ ...register('info', months, [A.name, 1, null]), asOf: '2004-01-10' })).toEqual({});
  });

  it('materials, funds, rectification', () => {
    const materials = register('materials', ['paper', 'summary', 'archive'], [A.name, 2, '已报', '未建']);
    expect(dutiesOf(materials)).toEqual({ G11: '√', G12: '√', G13: '×' });
    const funds = register('funds', ['budget', 'received'], [A.name, 10, 10], [B.name, '/', '/']);
    expect(dutiesOf(funds)).toEqual({ G19: '√' });
    expect(dutiesOf(funds, 'U02')).toEqual({});
    const problem: RegisterTable['columns'] = ['problem', 'deadline', 'closed'];
    expect(dutiesOf(register('rectify', problem, [A.name, '制度不全', '2004-11-30', '是']))).toEqual({ G23: '√' });
    expect(dutiesOf(register('rectify', problem, [A.name, '制度不全', '2004-11-30', null]))).toEqual({ G23: '×' });
    expect(dutiesOf(register('rectify', problem, [A.name, '制度不全', '2005-11-30', null]))).toEqual({});
    expect(dutiesOf(register('rectify', problem, [A.name, '无', null, null]))).toEqual({});
  });
});

test.each(allCases().map(({ name, files }) => [name, files] as const))(
  'every gap of a duty of a unit is a judgement and the other way round: %s',
  (_, files) => {
    const { assessment, result } = scoreOpened(files.map(openFile));
    const texts = (found: readonly { code: string; subject: string | null; message: string }[]) =>
      found.map(({ code, subject, message }) => `${code} ${subject} ${message}`).sort();
    const organizations = new Set(assessment.organizations.map(({ id, name }) => id ?? name));
    const judgements = judgeDuties(assessment, result).flatMap(({ finding }) => finding ?? []);
    const gaps = findGaps(assessment, result).filter(({ code, subject }) => {
      if (subject === null || !/^G/.test(code)) return false;
      return code !== 'G20' || organizations.has(subject);
    });
    const ofUnits = judgements.filter(({ code, subject }) => code !== 'G20' || organizations.has(subject!));
    expect(texts(ofUnits)).toEqual(texts(gaps));
  },
);
