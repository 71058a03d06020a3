import type { SessionRooms } from '../app/session';
import { buildReport } from '../report';
import { findingAt, outcomeOf } from '../../tests/support/outcome';

// Stand-in until the rooms are strung together in src/app.
const NAMES = '老厂锡矿,松树脚锡矿,卡房铜矿,大屯选矿厂,期北山选矿厂,冶炼分公司,化工厂,机械制造公司,运输公司,建设公司,物资公司,职工医院,设计院,研究院,技工学校,房产公司,供水公司,供电公司,通信公司,新闻中心,集团机关';
export const ROOMS: SessionRooms = {
  scoreWorkbooks: (workbooks, { onProgress }) => {
    for (const stage of ['recognise', 'score', 'findings'] as const) {
      const end = performance.now() + 300;
      while (performance.now() < end) onProgress?.(stage, 0.5);
    }
    const outcome = outcomeOf(
      NAMES.split(',').map((name, i) => ({
        name: `${name}党委`,
        group: i < 9 ? '生产单位' : i < 15 ? '辅助单位' : '机关后勤',
        total: i === 20 ? NaN : 96.35 - i * 1.27,
        grade: i === 20 ? -1 : i < 6 ? 0 : i < 14 ? 1 : 2,
        rank: i === 20 ? 0 : i < 9 ? i + 1 : i < 15 ? i - 8 : i - 14,
        status: i === 20 ? 2 : i === 7 ? 1 : 0,
        award: i < 3 ? 1 : i === 9 ? 2 : 0,
        attained: i < 13,
        vetoed: i === 12,
      })),
      {
        findings: Array.from({ length: 40 }, (_, i) =>
          findingAt(
            { sheet: i % 2, row: 4 + i, column: 2 },
            {
              severity: (['high', 'medium', 'low'] as const)[i % 3]!,
              subjectName: `${NAMES.split(',')[i % 21]}党委`,
              code: (['G01', 'G10', 'D03'] as const)[i % 3]!,
              message: ['本年度没有制定“五好”创建实施方案，台账“是否制定方案”一栏为空。', '信息报送缺 3 个月：3 月、7 月、8 月未报组织部，7 月未报联系领导。', '“党课次数”填写为“已安排”，无法认作次数，按未知处理。'][i % 3]!,
            },
          ),
        ),
      },
    );
    return {
      ...outcome,
      assessment: { ...outcome.assessment, workbooks, sheets: outcome.assessment.sheets.map((s, i) => ({ ...s, name: workbooks[0]!.sheets[i + 4]?.name ?? s.name })) },
    };
  },
  buildReport,
  explainSubject: (outcome, scheme, subject) => ({
    name: outcome.assessment.schemes[scheme]!.subjects[subject]!.name,
    scheme: '五好党委',
    sections: [
      { heading: '上级考核', value: '88.20', lines: [
        { text: '领导班子好：民主生活会 开 2 次，每次 2 分，最多 4 分', value: '4.00', place: { workbook: 0, sheet: '党委原始数据', row: 5, column: 4, cell: 'E6' } },
        { text: '党员队伍好：党课 11 次，目标 12 次，少 1 次扣 0.5 分', value: '3.50' },
        { text: '合计 88.20 / 100', value: '88.20', tone: 'sum' } ] },
      { heading: '总分', value: '89.70', lines: [{ text: '自我评价 95.20 × 10% + 民主评议 90.00 × 30% + 上级考核 88.20 × 60%', value: '89.44' }, { text: '加分', value: '0.26' }] },
      { heading: '等次', value: '良好', lines: [{ text: '89.70 在 80（含）与 90 之间', tone: 'note' }, { text: '安全事故一票否决：最高良好', tone: 'warning' }] },
    ],
  }),
};
