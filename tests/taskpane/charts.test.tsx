/** @jest-environment jsdom */
import '../support/dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Pictures } from '../../src/app/pictures';
import { LOCALES, translate, type Locale } from '../../src/i18n';
import { Pane } from '../../src/taskpane/components/Pane';
import { outcomeOf } from '../support/outcome';
import { testHost } from '../support/paneHost';

// jsdom measures no text, so that nothing can be drawn here: the drawings are looked at in a real browser.
const drawn = jest.fn<null, [kind: string, props: { data: unknown }]>(() => null);
jest.mock('@fluentui/react-charting', () => ({
  DonutChart: (props: { data: unknown }) => drawn('donut', props),
  HorizontalBarChart: (props: { data: unknown }) => drawn('bars', props),
  MultiStackedBarChart: (props: { data: unknown }) => drawn('totals', props),
  HorizontalBarChartVariant: {},
  MultiStackedBarChartVariant: {},
}));
const OUTCOME = outcomeOf([
  { name: '青柏锡矿党委', group: '生产单位', total: 95.2, grade: 0, rank: 1 },
  { name: '白石铜矿党委', group: '辅助单位', total: 88.7, grade: 1, rank: 1 },
]);
const PICTURES: Pictures = {
  dimensions: ['领导班子好', '党员队伍好'],
  means: [0.9, 0.755],
  subjects: [
    {
      subject: 0,
      name: '青柏锡矿党委',
      rank: 1,
      total: 95.2,
      points: [47.6, null],
      rates: [0.952, null],
      weakest: null,
    },
    { subject: 1, name: '白石铜矿党委', rank: 1, total: 88.7, points: [44, 44.7], rates: [0.88, 0.894], weakest: 0 },
  ],
  ranked: 50,
};

async function charts(locale: Locale, pictures = PICTURES) {
  const asked: unknown[] = [];
  const host = testHost(OUTCOME, {}, { pictures: (ask) => (asked.push(ask.group), pictures) });
  const user = userEvent.setup();
  render(<Pane host={host} locale={locale} theme="light" />);
  const t = (key: string, data = {}) => translate(locale, `taskpane.${key}`, data);
  await user.click(screen.getByRole('button', { name: t('score') }));
  await user.click(await screen.findByRole('tab', { name: t('tab.charts') }));
  await screen.findByRole('figure', { name: t('charts.grades') });
  const figure = (key: string) => within(screen.getByRole('figure', { name: t(`charts.${key}`) }));
  return { user, t, asked, figure };
}

describe.each(LOCALES)('the charts in %s', (locale) => {
  test('every picture says the same in a table', async () => {
    const { figure, t } = await charts(locale);
    expect(figure('grades').getByRole('row', { name: '优秀 1', hidden: true })).toBeInTheDocument();
    expect(figure('dimensions').getByRole('row', { name: '党员队伍好 75.50%', hidden: true })).toBeInTheDocument();
    const total = figure('ranking').getByRole('row', { name: '1 青柏锡矿党委 47.60 — 95.20', hidden: true });
    expect(total).toBeInTheDocument();
    expect(figure('ranking').getByText(new RegExp(t('charts.cut', { all: 50, shown: 2 })))).toBeInTheDocument();
    const heat = figure('heat').getByRole('row', { name: `白石铜矿党委 88 ${t('charts.weakest')} 89` });
    expect(heat).toBeInTheDocument();
    const [, { data }] = drawn.mock.calls.filter(([kind]) => kind === 'totals').at(-1)!;
    expect(data).toMatchObject([{ chartTitle: '1  青柏锡矿党委  95.20', chartData: [{ data: 47.6 }] }, {}]);
  });

  test('a group is drawn alone', async () => {
    const { user, t, asked, figure } = await charts(locale);
    await user.click(screen.getByRole('combobox', { name: t('ranking.group') }));
    await user.click(await screen.findByRole('option', { name: '辅助单位' }));
    expect(asked).toEqual([null, '辅助单位']);
    expect(await screen.findByRole('figure', { name: t('charts.grades') })).toBeInTheDocument();
    expect(figure('grades').getByRole('row', { name: '优秀 0', hidden: true })).toBeInTheDocument();
    expect(figure('grades').getByRole('row', { name: '良好 1', hidden: true })).toBeInTheDocument();
  });

  test('without dimensions it says so and draws the rest', async () => {
    const subjects = PICTURES.subjects.map((subject) => ({ ...subject, points: [], rates: [], weakest: null }));
    const { t, figure } = await charts(locale, { dimensions: [], means: [], subjects, ranked: 2 });
    expect(screen.getByText(t('charts.noDimensions'))).toBeInTheDocument();
    expect(figure('ranking').getByRole('row', { name: '1 青柏锡矿党委 95.20', hidden: true })).toBeInTheDocument();
    expect(screen.queryByRole('figure', { name: t('charts.heat') })).not.toBeInTheDocument();
  });
});
