import { placed } from '../../src/app/placed';
import { storyOf } from '../../src/app/story';
import { scoreAssessment } from '../../src/score';
import { assess } from '../score/build';

const assessment = assess({
  subjects: ['甲', '乙'],
  sources: { superior: { points: { A: [95, 80] } } },
});

test('cells are named by file, sheet and address; everything else stays', () => {
  const given = {
    raw: '10',
    place: { sheet: 0, row: 4, column: 3 },
    none: null,
    list: [{ at: { sheet: 0, row: 0, column: 0 } }, 2],
  };
  expect(placed(assessment, given)).toEqual({
    raw: '10',
    place: { workbook: 0, sheet: '表1', row: 4, column: 3, cell: 'D5' },
    none: null,
    list: [{ at: { workbook: 0, sheet: '表1', row: 0, column: 0, cell: 'A1' } }, 2],
  });
});

test('a story leads to cells', () => {
  const outcome = { assessment, result: scoreAssessment(assessment), findings: [] };
  const story = storyOf(outcome, 0, 1, 'zh-CN');
  expect(story.indicators).toMatchObject([{ id: 'A', raw: '80', lost: 20, place: { sheet: '表1', cell: 'A2' } }]);
  expect(story.place).toMatchObject({ sheet: '表1', cell: 'A2' });
});
