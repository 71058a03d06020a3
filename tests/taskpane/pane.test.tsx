/** @jest-environment jsdom */
import '../support/dom';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import type { Host } from '../../src/app/port';
import type { Outcome } from '../../src/app/types';
import { LOCALES, translate, type Locale } from '../../src/i18n';
import { Pane } from '../../src/taskpane/components/Pane';
import { CanGoContext } from '../../src/taskpane/components/PlaceLink';
import { findingAt, outcomeOf } from '../support/outcome';
import { REPORT, testHost, type TestHost } from '../support/paneHost';

const OUTCOME = outcomeOf(
  [
    { name: '青柏锡矿党委', group: '生产单位', total: 95.2, grade: 0, rank: 1, award: 1, attained: true },
    { name: '白石铜矿党委', group: '生产单位', total: 88.7, grade: 1, rank: 2, attained: true },
    { name: '化工厂党委', group: '生产单位', total: 71.05, grade: 2, rank: 3, status: 1 },
    { name: '运输公司党委', group: '辅助单位', status: 2 },
    { name: '设计院党委', group: '辅助单位', total: 85, grade: 1, rank: 1, vetoed: true },
  ],
  {
    findings: [
      findingAt({ sheet: 1, row: 8, column: 3 }),
      findingAt(null, {
        code: 'G24',
        severity: 'medium',
        subjectName: null,
        message: '党委达标率低于目标，还差 1 个。',
        messageEn: 'Committees are 1 short of the goal.',
      }),
    ],
  },
);

function show(locale: Locale, outcome: Outcome = OUTCOME, part: Partial<Host> = {}) {
  const host = testHost(outcome, part);
  const user = userEvent.setup();
  const view = render(<Pane host={host} locale={locale} theme="light" />);
  const t = (key: string, data = {}) => translate(locale, `taskpane.${key}`, data);
  return { host, user, view, t };
}

async function scored(locale: Locale, outcome?: Outcome, part?: Partial<Host>) {
  const shown = show(locale, outcome, part);
  await shown.user.click(screen.getByRole('button', { name: shown.t('score') }));
  await screen.findByRole('tab', { name: shown.t('tab.ranking') });
  return shown;
}

describe.each(LOCALES)('the pane in %s', (locale) => {
  test('says what it does before the first run, and names the workbook', () => {
    const { t } = show(locale);
    expect(screen.getByText(t('welcome.privacy'))).toBeInTheDocument();
    expect(screen.getByText('年度考核.xlsx')).toBeInTheDocument();
  });

  test('says when the workbook was scored last, until there are results of now', async () => {
    const lastRun = { at: '2005-01-20 10:32', subjects: 21, isChanged: true };
    const { user, t } = show(locale, OUTCOME, { lastRun: () => lastRun });
    const said = t('lastRun.changed', { last: t('lastRun', { at: lastRun.at, count: '21' }) });
    expect(screen.getByText(said)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t('score') }));
    await screen.findByRole('tab', { name: t('tab.ranking') });
    expect(screen.queryByText(said)).not.toBeInTheDocument();
  });

  test('shows the ranking with totals, grades and marks after a run', async () => {
    const { t } = await scored(locale);
    const rows = screen.getAllByRole('option');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toHaveTextContent('青柏锡矿党委');
    expect(rows[0]).toHaveTextContent('95.20');
    expect(within(rows[0]!).getByLabelText(t('award.1'))).toBeInTheDocument();
    expect(rows[2]).toHaveTextContent(t('status.1'));
    expect(rows[3]).toHaveTextContent('—');
    expect(rows[4]).toHaveTextContent(t('ranking.vetoed'));
    expect(screen.getByRole('button', { name: /优秀/ })).toHaveTextContent('1');
  });

  test('filters by grade, status, and text, and says so when nothing is left', async () => {
    const { user, t } = await scored(locale);
    await user.click(screen.getByRole('button', { name: /良好/ }));
    expect(screen.getAllByRole('option').map((row) => row.textContent)).toEqual([
      expect.stringContaining('白石铜矿党委'),
      expect.stringContaining('设计院党委'),
    ]);
    await user.click(screen.getByRole('button', { name: /良好/ }));
    await user.click(screen.getByRole('button', { name: new RegExp(t('status.2')) }));
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.type(screen.getByRole('searchbox', { name: t('ranking.search') }), '没有的');
    expect(screen.getByText(t('ranking.noMatch'))).toBeInTheDocument();
  });

  test('leads from a subject to its cell and to the reason of its score', async () => {
    const { host, user, t } = await scored(locale);
    await user.click(screen.getAllByRole('option')[1]!);
    expect(host.selected.at(-1)).toMatchObject({ sheet: '单位名册', cell: 'A3', row: 2, column: 0 });
    await user.click(screen.getByRole('button', { name: t('why.button') }));
    expect(await screen.findByText('党课')).toBeInTheDocument();
    expect(host.calls).toContain('story');
    await user.click(screen.getAllByRole('button', { name: t('place.go', { address: '考核汇总!D5' }) })[0]!);
    expect(host.selected.at(-1)).toMatchObject({ sheet: '考核汇总', cell: 'D5' });
  });

  test('lists the gaps, filters them, and leads to the cell with what to do', async () => {
    const { host, user, t } = await scored(locale);
    await user.click(screen.getByRole('tab', { name: new RegExp(t('step.check')) }));
    expect(await screen.findAllByRole('option')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: new RegExp(t('severity.high')) }));
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.click(screen.getByRole('option'));
    expect(host.selected.at(-1)).toMatchObject({ sheet: '考核汇总', cell: 'D9' });
    const { action, actionEn } = findingAt(null);
    expect(screen.getByText(locale === 'zh-CN' ? action : actionEn)).toBeInTheDocument();
  });

  test('shows the certification rate against its goal and how many are missing', async () => {
    const { user, t } = await scored(locale);
    await user.click(screen.getByRole('tab', { name: t('tab.attainment') }));
    expect(await screen.findByText('90.48%')).toBeInTheDocument();
    expect(screen.getByText(t('attainment.short', { short: 1 }))).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: '第一支部' })).toBeInTheDocument();
  });

  test('says what each sheet was taken for and how sure that is', async () => {
    const { user, t } = await scored(locale);
    await user.click(screen.getByRole('tab', { name: t('step.data') }));
    const roster = await screen.findByRole('button', { name: /^单位名册/ });
    expect(roster).toHaveTextContent(`${t('role.roster')} · `);
    expect(roster).toHaveTextContent(t('data.sure', { share: 90 }));
    expect(screen.getByRole('button', { name: /^考核汇总/ })).toHaveTextContent(
      `${t('role.scores')} · ${t('layout.wide')} · 五好党委 · ${t('source.superior')} · ${t('data.subjects', { count: 5 })}`,
    );
  });

  test.each(['hidden', 'noTable', 'other'])('says why a sheet was left alone (%s)', async (key) => {
    const { assessment } = OUTCOME;
    const roster = assessment.sheets[0]!;
    const left: typeof roster = { ...roster, role: 'other', count: 0, reasons: [{ key, data: {} }] };
    const outcome = { ...OUTCOME, assessment: { ...assessment, sheets: [left, assessment.sheets[1]!] } };
    const { user, t } = await scored(locale, outcome);
    await user.click(screen.getByRole('tab', { name: t('step.data') }));
    expect(await screen.findByText(t(`other.${key}`))).toBeInTheDocument();
    expect(screen.queryAllByRole('button', { name: new RegExp(`^${roster.name}`) })).toHaveLength(
      key === 'hidden' ? 0 : 1,
    );
  });

  test('names the kind of a gap before its code', async () => {
    const { user, t } = await scored(locale);
    await user.click(screen.getByRole('tab', { name: new RegExp(t('step.check')) }));
    const kind = translate(locale, 'report.category.G24');
    await user.type(screen.getByRole('searchbox', { name: t('findings.search') }), kind);
    const [row, ...others] = screen.getAllByRole('option');
    expect(others).toEqual([]);
    expect(within(row!).getByText(kind)).toBeInTheDocument();
    await user.click(row!);
    expect(screen.getByText(`${kind} G24`)).toBeInTheDocument();
  });

  test('addresses are text where cells cannot be shown', async () => {
    const host = testHost(OUTCOME);
    const user = userEvent.setup();
    render(
      <CanGoContext.Provider value={false}>
        <Pane host={host} locale={locale} theme="light" />
      </CanGoContext.Provider>,
    );
    const t = (key: string) => translate(locale, `taskpane.${key}`);
    await user.click(screen.getByRole('button', { name: t('score') }));
    await user.click((await screen.findAllByRole('option'))[1]!);
    expect(screen.getByText('单位名册!A3')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /单位名册!A3/ })).not.toBeInTheDocument();
  });

  test('the steps are walked by keyboard, and what has not been scored has nothing to write', async () => {
    const { host, user, t } = show(locale);
    await user.click(screen.getByRole('tab', { name: t('step.data') }));
    expect(await screen.findByText(new RegExp(`^${t('role.roster')} · `))).toBeInTheDocument();
    expect(screen.getByRole('tab', { selected: true })).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getAllByRole('option')).toHaveLength(2);
    expect(screen.getByRole('tab', { selected: true })).toHaveFocus();
    await user.keyboard('{End}');
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent(t('step.write'));
    expect(screen.getByRole('tabpanel')).toHaveTextContent(t('notScored').replace('\n', ' '));
    expect(host.calls).toEqual(['data']);
    await user.click(screen.getByRole('button', { name: t('score') }));
    expect(await screen.findByRole('tab', { name: t('tab.ranking') })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t('next.write') }));
    expect(await screen.findByRole('button', { name: t('results.act.copy') })).toBeEnabled();
  });

  test('a new user is led along the steps, once', async () => {
    localStorage.clear();
    const { view, host, t } = show(locale);
    // A bubble takes no pointer while it comes into view.
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    await user.click(screen.getByRole('button', { name: t('tour.invite') }));
    expect(await screen.findByText(t('tour.data'))).toBeInTheDocument();
    for (const step of ['check', 'score', 'write']) {
      await user.click(screen.getByRole('button', { name: t('tour.next') }));
      expect(await screen.findByText(t(`tour.${step}`))).toBeInTheDocument();
    }
    await user.click(screen.getByRole('button', { name: t('tour.end') }));
    await waitFor(() => expect(screen.queryByText(t('tour.write'))).not.toBeInTheDocument());
    view.unmount();
    render(<Pane host={host} locale={locale} theme="light" />);
    expect(screen.queryByRole('button', { name: t('tour.invite') })).not.toBeInTheDocument();
  });

  test('the words of the field are explained with the rule behind them', async () => {
    const { user, t } = show(locale);
    await user.click(screen.getByRole('button', { name: t('tools') }));
    await user.click(await screen.findByRole('menuitem', { name: t('tool.help') }));
    expect(await screen.findByText(t('term.attained.text'))).toBeInTheDocument();
    expect(t('term.attained.text')).toContain('达标线.总分');
  });

  test('says what it is and that the data stay here', async () => {
    const { user, t } = show(locale);
    await user.click(screen.getByRole('button', { name: t('tools') }));
    await user.click(await screen.findByRole('menuitem', { name: t('tool.about') }));
    expect(await screen.findByText(t('about.data.text'))).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t('close') }));
    await waitFor(() => expect(screen.queryByText(t('about.data.text'))).not.toBeInTheDocument());
  });

  test('shows every cell that is written before it saves', async () => {
    const { host, user, t } = await scored(locale);
    await user.click(screen.getByRole('tab', { name: t('step.write') }));
    expect(await screen.findByText('考核汇总!F5')).toBeInTheDocument();
    expect(screen.getByText('92.35')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t('results.act.copy') }));
    expect(host.calls).toEqual(['save']);
  });

  test('clears the marks where the results are written, and says what came of it', async () => {
    const { host, user, t } = await scored(locale);
    await user.click(screen.getByRole('tab', { name: t('step.write') }));
    await user.click(await screen.findByRole('button', { name: t('results.clearMarks') }));
    expect(await screen.findByText(REPORT.done)).toBeInTheDocument();
    expect(host.calls).toEqual(['clear marks']);
    await user.click(screen.getByRole('button', { name: t('close') }));
    expect(screen.queryByText(REPORT.done)).not.toBeInTheDocument();
  });
});

test('marks that could not be cleared are told', async () => {
  const { user, t } = await scored('zh-CN', OUTCOME, {
    clearMarks: () => Promise.reject(new Error('Excel 正在编辑单元格。')),
  });
  await user.click(screen.getByRole('tab', { name: t('step.write') }));
  await user.click(await screen.findByRole('button', { name: t('results.clearMarks') }));
  expect(await screen.findByText(/正在编辑单元格/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: t('results.clearMarks') })).toBeEnabled();
});

test('in Excel the results are written on demand, and failures are told', async () => {
  const { user, t } = await scored('zh-CN', OUTCOME, {
    target: 'workbook',
    write: () => Promise.reject(new Error('工作表“考核汇总”受保护，请先撤销保护。')),
  });
  await user.click(screen.getByRole('tab', { name: t('step.write') }));
  await user.click(await screen.findByRole('button', { name: t('results.act.workbook') }));
  expect(await screen.findByText(/受保护，请先撤销保护/)).toBeInTheDocument();
});

test('a run shows its stage, can be cancelled, and leaves the pane ready for another', async () => {
  let signal: AbortSignal | null = null;
  const run: Host['run'] = (_kind, _locale, onProgress, given) => {
    signal = given;
    onProgress({ stage: 'findings', done: 0.5 });
    return new Promise((_, reject) =>
      given.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
    );
  };
  const { user, t } = show('zh-CN', OUTCOME, { run });
  await user.click(screen.getByRole('button', { name: t('score') }));
  expect(await screen.findByRole('progressbar')).toBeInTheDocument();
  expect(screen.getAllByText(t('stage.findings')).length).toBeGreaterThan(0);
  await user.click(screen.getByRole('button', { name: t('cancel') }));
  expect(await screen.findByRole('button', { name: t('score') })).toBeEnabled();
  expect(signal!.aborted).toBe(true);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a run that fails says why', async () => {
  const { user, t } = show('zh-CN', OUTCOME, {
    run: () => Promise.reject(new Error('“封面.xlsx”里没有可以评分的表。')),
  });
  await user.click(screen.getByRole('button', { name: t('score') }));
  expect(await screen.findByText(/没有可以评分的表/)).toBeInTheDocument();
});

test('results disappear when other workbooks are opened', async () => {
  const { host } = await scored('zh-CN');
  act(() => host.open(['另一本.xlsx']));
  await waitFor(() => expect(screen.queryByRole('option')).not.toBeInTheDocument());
  expect(screen.getByText('另一本.xlsx')).toBeInTheDocument();
});

test('schemes that could not be scored are named', async () => {
  const broken: Outcome = { ...OUTCOME, assessment: { ...OUTCOME.assessment, unscoredSchemes: ['党员五带头'] } };
  const { t } = await scored('zh-CN', broken);
  expect(screen.getByText(t('unscored', { schemes: '党员五带头' }))).toBeInTheDocument();
});

describe('a ranking of 100,000 members', () => {
  const many = outcomeOf(
    Array.from({ length: 100_000 }, (_, i) => ({ name: `党员${i}`, total: 90, grade: 0, rank: i + 1 })),
  );

  test('draws only what is in view and can be walked by keyboard', async () => {
    const { user } = await scored('zh-CN', many);
    const rows = screen.getAllByRole('option');
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]).toHaveAttribute('aria-setsize', '100000');
    rows[0]!.focus();
    await user.keyboard('{End}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('党员99999'));
    await user.keyboard('{Home}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('党员0'));
  });

  test('finds one of them', async () => {
    const { host, user, t } = await scored('zh-CN', many);
    await user.type(screen.getByRole('searchbox', { name: t('ranking.search') }), '党员77777');
    await user.click(screen.getByRole('option'));
    expect((host as TestHost).selected.at(-1)).toMatchObject({ row: 77778 });
  });
});
