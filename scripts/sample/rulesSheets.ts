import type { ResultSheet } from '../../src/model';
import { DEFAULT_RULE_ROWS } from '../../src/rules';
import { GROUP, YEAR } from './group';
import { type Cell, Page } from './page';

/** An indicator of the rules as the sheets need it. */
export interface Indicator {
  readonly dimension: string;
  readonly id: string;
  readonly name: string;
  readonly max: number;
}

export const COMMITTEE = '五好党委';
export const BRANCH = '五好党支部(党总支)';
export const MEMBER = '党员五带头';

/** Judged by opinion rather than counted, as the group has it: less than half of a member's points is quantified. */
const BY_OPINION = new Set(['D12', 'D31', 'D32', 'D33', 'D41', 'D42', 'D43']);

const ROWS = DEFAULT_RULE_ROWS.map((row) =>
  row[0] === MEMBER && BY_OPINION.has(row[2]!) ? row.map((text, c) => (c === 8 ? '定性' : text)) : row,
);

/** Indicators of a scheme in the order of the rules. */
export function indicatorsOf(scheme: string): readonly Indicator[] {
  return ROWS.filter((row) => row[0] === scheme && row[1] !== '').map(([, dimension, id, name, max]) => ({
    dimension: dimension!,
    id: id!,
    name: name!,
    max: Number(max),
  }));
}

/** Runs of indicators of one dimension: its name, points, first and last position. */
export function dimensionsOf(
  indicators: readonly Indicator[],
): { name: string; max: number; first: number; last: number }[] {
  const list: { name: string; max: number; first: number; last: number }[] = [];
  indicators.forEach(({ dimension, max }, i) => {
    const open = list.at(-1);
    if (open?.name === dimension) {
      open.max += max;
      open.last = i;
    } else list.push({ name: dimension, max, first: i, last: i });
  });
  return list;
}

export function cover(): ResultSheet {
  const page = new Page('封面', [{ title: '', width: 90 }]);
  const line = (text: string, size: number, height: number, name: string = '方正小标宋简体') =>
    page.builder.line(text, { font: { name, size }, horizontal: 'center', vertical: 'center' }, height);
  line('', 11, 90);
  line(GROUP, 28, 60);
  line('党组织“五好”、党员“五带头”考核工作簿', 22, 60);
  line(`（${YEAR}年度）`, 18, 50, '楷体');
  line('', 11, 160);
  line('集团党委组织部', 16, 36, '楷体');
  line('二〇〇五年一月', 16, 36, '楷体');
  return page.build('landscape');
}

/** The rule table: bands of a dimension in one merged cell. */
export function rules(): ResultSheet {
  const page = new Page('考核细则', [
    { title: '方案', width: 13 },
    { title: '维度', width: 13 },
    { title: '指标编号', width: 8 },
    { title: '指标', width: 28, look: 'text' },
    { title: '分值', width: 6 },
    { title: '评分方式', width: 9 },
    { title: '参数', width: 25, look: 'text' },
    { title: '来源', width: 9 },
    { title: '性质', width: 6 },
    { title: '评分标准', width: 48, look: 'text' },
  ]);
  page.title('“五好”“五带头”考核细则').header();
  const first = page.row;
  page.rows(
    ROWS.map((row, r) => {
      const isInBand = row[1] !== '' && ROWS[r - 1]?.[0] === row[0] && ROWS[r - 1]?.[1] === row[1];
      return row.map((text, c): Cell =>
        c === 1 && isInBand ? null : c === 4 && text !== '' ? Number(text) : text || null,
      );
    }),
    30,
  );
  ROWS.forEach((row, r) => {
    if (row[1] === '' || (ROWS[r - 1]?.[0] === row[0] && ROWS[r - 1]?.[1] === row[1])) return;
    let last = r;
    while (ROWS[last + 1]?.[0] === row[0] && ROWS[last + 1]?.[1] === row[1]) last++;
    if (last > r) page.builder.merge({ top: first + r, left: 1, bottom: first + last, right: 1 });
  });
  page.foot('说明：各方案满分100分。加分、扣减和否决事项登记在“加分扣分”表。');
  return page.freezeColumns(4).build('landscape');
}

export function parameters(): ResultSheet {
  const page = new Page('考核参数', [
    { title: '方案', width: 24 },
    { title: '参数', width: 20 },
    { title: '值', width: 34 },
    { title: '说明', width: 44, look: 'text' },
  ]);
  page.title('考核参数').header();
  page.rows([
    [null, '期间', `${YEAR}年度`, '考核的期间'],
    [null, '截止日', '2005-01-20', '在这一天检查各项工作是否到位'],
    [COMMITTEE, '红旗名额', 3, '每组授予流动红旗的名额'],
    [COMMITTEE, '优秀比例上限', { is: 0.5, look: 'rate' }, '每组评为优秀的不超过一半'],
    [BRANCH, '红旗名额', 1, null],
    [MEMBER, '优秀比例上限', '1/3', '每个支部评为优秀的不超过三分之一'],
  ]);
  page.foot(
    '说明：没有列出的参数按默认值，即权重自评10%、民主评议30%、上级考核60%（党员10%、40%、50%），优秀90分、良好80分、合格60分。',
  );
  return page.build('landscape');
}

/** A line for those who sign. */
export const SIGNATURE =
  '考核组组长（签字）：　　　　　　　　审核人：　　　　　　　　填表人：　　　　　　　　2005年1月　　日';
