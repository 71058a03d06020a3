import type { OutValue, Period, ResultSheet } from '../model';
import { COLORS } from '../report/looks';
import { amount, day, fromList, offered, oneOf, whole } from './entryRules';
import type { FormLook } from './looks';
import type { RosterUnit, TemplateRegister } from './request';
import type { RosterSheet } from './rosterSheets';
import { tableSheet, type TableColumn, type TableSpec } from './table';
import type { Texts } from './texts';
import { WORDS } from './words';

/** What the registers are made from. */
export interface RegisterSource {
  readonly units: readonly RosterUnit[];
  readonly names: RosterSheet['names'] | null;
  readonly period: Period;
}

/** Free rows below the units that must be in a register, and in a register that starts empty. */
const SPARE = 5;
const SPARE_ALONE = 16;

/** A register: its columns, and what stands in it from the start. */
interface Register {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly OutValue[])[];
}

type Make = (source: RegisterSource, texts: Texts) => Register;

const isCommittee = ({ kind, takesPart }: RosterUnit) => takesPart && (kind === '党委' || kind === '直属党总支');
const isBranch = ({ kind, takesPart }: RosterUnit) => takesPart && (kind === '党总支' || kind === '党支部');
/** Units that have a 联系领导; where nobody has one, all of the upper layer. */
function contactPoints(units: readonly RosterUnit[]): RosterUnit[] {
  const points = units.filter(({ takesPart, leader }) => takesPart && leader !== '');
  return points.length > 0 ? points : units.filter(isCommittee);
}

const text = (title: string, width: number, look: FormLook = 'text'): TableColumn => ({ title, width, look });
const seq: TableColumn = { title: WORDS.seq, width: 5, look: 'center', given: 'givenCenter' };
const note = text(WORDS.note, 14);

function unit(title: string, { names }: RegisterSource, texts: Texts): TableColumn {
  const rule = names ? { rule: fromList(names, texts) } : {};
  return { title, width: 26, look: 'words', given: 'givenText', ...rule };
}

function date(title: string, texts: Texts): TableColumn {
  return { title, width: 12, look: 'date', rule: day(texts) };
}

function yesNo(title: string, texts: Texts): TableColumn {
  return { title, width: 9, look: 'center', rule: oneOf([WORDS.yes, WORDS.no, WORDS.notApplicable], texts) };
}

const numbered = (units: readonly RosterUnit[]): OutValue[][] => units.map(({ name }, i) => [i + 1, name]);

/** One column for each month of the period, under it the leader and the organization department (组织部). */
function monthColumns({ start, end }: Period): TableColumn[] {
  const [first, last] = [start, end].map((iso) => Number(iso.slice(5, 7))) as [number, number];
  const columns: TableColumn[] = [];
  for (let month = first; month <= last; month++) {
    for (const title of [WORDS.leader, '组织部']) {
      columns.push({
        title,
        over: [`${month}月`],
        width: last - first > 5 ? 4.6 : 7,
        look: 'small',
        rule: offered(['1', '0', WORDS.notApplicable]),
        isCounted: true,
        isSmall: true,
      });
    }
  }
  return columns;
}

const MAKERS: Readonly<Record<TemplateRegister, Make>> = {
  plans: (source, texts) => ({
    columns: [
      seq,
      unit('单位', source, texts),
      text('实施方案（名称/文号）', 24),
      date('制定时间', texts),
      yesNo('是否上报', texts),
      date('方案上报时间', texts),
      text('考核措施（办法）', 22),
      date('措施上报时间', texts),
      note,
    ],
    rows: numbered(source.units.filter(isCommittee)),
  }),
  bonds: (source, texts) => ({
    columns: [
      seq,
      { ...text('签订单位（甲方）', 24, 'words'), given: 'givenText' },
      unit('责任单位（乙方）', source, texts),
      text('责任人', 10, 'centerWords'),
      yesNo('是否签订', texts),
      date('签订时间', texts),
      { title: '份数', width: 7, look: 'center', rule: whole(texts) },
      note,
    ],
    rows: source.units
      .filter((each) => isCommittee(each) || isBranch(each))
      .map(({ name, parent }, i) => [i + 1, parent === '' ? null : parent, name]),
  }),
  contacts: (source, texts) => ({
    columns: [
      seq,
      { ...text('联系领导', 12, 'centerWords'), given: 'givenCenter' },
      text('职务', 14, 'centerWords'),
      unit('联系点', source, texts),
      text('联络人', 10, 'centerWords'),
      { title: '调研次数', width: 9, look: 'center', rule: whole(texts) },
      text('调研时间', 18),
      text('调研内容', 26),
      note,
    ],
    rows: source.units
      .filter(({ takesPart, leader }) => takesPart && leader !== '')
      .map(({ name, leader }, i) => [i + 1, leader, null, name]),
  }),
  info: (source, texts) => ({
    columns: [seq, unit('单位', source, texts), ...monthColumns(source.period), { ...note, width: 8 }],
    rows: numbered(contactPoints(source.units)),
  }),
  materials: (source, texts) => ({
    columns: [
      seq,
      unit('单位', source, texts),
      { title: '经验材料（篇）', width: 10, look: 'center', rule: whole(texts) },
      date('材料报送时间', texts),
      yesNo('年终总结', texts),
      date('总结报送时间', texts),
      yesNo('工作档案', texts),
      note,
    ],
    rows: numbered(contactPoints(source.units)),
  }),
  records: (source, texts) => ({
    columns: [
      seq,
      unit('单位', source, texts),
      { ...date('集团党委年度考核时间', texts), width: 18 },
      { ...date('对党支部上半年考核时间', texts), width: 18 },
      { ...date('对党支部下半年考核时间', texts), width: 18 },
      text('考核方式', 16),
      note,
    ],
    rows: numbered(source.units.filter(isCommittee)),
  }),
  rectify: (source, texts) => ({
    columns: [
      text(WORDS.seq, 5, 'center'),
      { ...unit('单位', source, texts), width: 22 },
      text('存在问题', 28),
      text('整改措施', 28),
      text('责任人', 10, 'centerWords'),
      date('整改时限', texts),
      text('整改情况', 20),
      yesNo('是否销号', texts),
      { ...note, width: 10 },
    ],
    rows: [],
  }),
  funds: (source, texts) => ({
    columns: [
      seq,
      unit('单位', source, texts),
      { title: '经费预算（元）', width: 16, look: 'money', rule: amount(texts) },
      { title: '到位金额（元）', width: 16, look: 'money', rule: amount(texts) },
      date('到账日期', texts),
      { ...note, width: 24 },
    ],
    rows: numbered(source.units.filter(isCommittee)),
  }),
};

/** A register (台账) with the units that must be in it. */
export function registerSheet(
  name: string,
  register: TemplateRegister,
  source: RegisterSource,
  texts: Texts,
): ResultSheet {
  const { columns, rows } = MAKERS[register](source, texts);
  const spec: TableSpec = {
    name,
    title: texts(`title.${register}`, { period: source.period.text }),
    info: texts('info.filled'),
    columns,
    rows,
    spare: rows.length > 0 ? SPARE : SPARE_ALONE,
    hasCheck: register === 'info',
    notes: [texts(`note.${register}`)],
    orientation: 'landscape',
    frozen: 2,
    canAddRows: true,
    tabColor: COLORS.tab.statistics,
  };
  return tableSheet(spec, texts).sheet;
}
