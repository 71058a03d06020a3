/** @jest-environment jsdom */
import '../support/dom';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Host, Report } from '../../src/app/port';
import type { RunKind } from '../../src/app/types';
import { LOCALES, translate, type Locale } from '../../src/i18n';
import { Pane } from '../../src/taskpane/components/Pane';
import { findingAt, outcomeOf } from '../support/outcome';
import { REPORT, testHost } from '../support/paneHost';

const OUTCOME = outcomeOf([{ name: '青柏锡矿党委', total: 95.2, grade: 0, rank: 1 }], {
  findings: [findingAt({ sheet: 1, row: 8, column: 3 })],
});

function show(locale: Locale, part: Partial<Host> = {}, wish: RunKind | null = null) {
  const host = testHost(OUTCOME, { target: 'workbook', ...part });
  const user = userEvent.setup();
  const view = render(<Pane host={host} locale={locale} theme="light" wish={wish} />);
  const t = (key: string, data = {}) => translate(locale, `taskpane.${key}`, data);
  return { host, user, view, t };
}

async function scored(locale: Locale, part?: Partial<Host>) {
  const shown = show(locale, part);
  await shown.user.click(screen.getByRole('button', { name: shown.t('score') }));
  await screen.findByRole('tab', { name: shown.t('tab.ranking') });
  return shown;
}

const button = (name: string) => screen.getByRole('button', { name });

describe.each(LOCALES)('the pane beside an open workbook, in %s', (locale) => {
  test('scores at once when that was the wish, and once only', async () => {
    const run = jest.fn(testHost(OUTCOME).run);
    const { view, host, t } = show(locale, { run }, 'score');
    expect(await screen.findByRole('tab', { name: t('step.write') })).toBeInTheDocument();
    const other = locale === 'zh-CN' ? 'en-US' : 'zh-CN';
    view.rerender(<Pane host={host} locale={other} theme="dark" wish="score" />);
    await screen.findByRole('tab', { name: translate(other, 'taskpane.step.write') });
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('a check shows the gaps and nothing that could be written', async () => {
    const { user, t } = show(locale, {}, 'check');
    expect(await screen.findByRole('option')).toHaveTextContent('青柏锡矿党委');
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent(t('step.check'));
    expect(screen.getAllByText(t('checked', { count: 1 })).length).toBeGreaterThan(0);
    for (const step of ['score', 'write']) {
      await user.click(screen.getByRole('tab', { name: t(`step.${step}`) }));
      expect(screen.getByRole('tabpanel')).toHaveTextContent(t('notScored').replace('\n', ' '));
      expect(screen.queryByRole('button', { name: t('results.act.workbook') })).not.toBeInTheDocument();
    }
    expect(button(t('score'))).toBeEnabled();
  });

  test('edits make a bar that runs again, and lock the write until then', async () => {
    const run = jest.fn(testHost(OUTCOME).run);
    const { host, user, t } = await scored(locale, { run });
    await user.click(screen.getByRole('tab', { name: t('step.write') }));
    expect(await screen.findByRole('button', { name: t('results.act.workbook') })).toBeEnabled();
    act(() => host.become({ isStale: true }));
    expect(await screen.findByText(t('stale'))).toBeInTheDocument();
    expect(button(t('results.act.workbook'))).toBeDisabled();
    await user.click(button(t('stale.again')));
    await waitFor(() => expect(run).toHaveBeenCalledTimes(2));
  });

  test('says what it wrote and takes it back', async () => {
    const { host, user, t } = await scored(locale);
    await user.click(screen.getByRole('tab', { name: t('step.write') }));
    await user.click(await screen.findByRole('button', { name: t('results.act.workbook') }));
    expect(await screen.findByText(REPORT.done)).toBeInTheDocument();
    act(() => host.become({ canUndo: true }));
    await user.click(button(t('undo')));
    await waitFor(() => expect(host.calls).toEqual(['write', 'undo']));
  });
});

test('an undo of an earlier day is offered before anything is scored', async () => {
  const { host, t } = show('zh-CN');
  act(() => host.become({ canUndo: true }));
  expect(await screen.findByText(t('undo.earlier'))).toBeInTheDocument();
  expect(button(t('undo'))).toBeEnabled();
});

test('cells that an undo left alone are named, and undone too when the user says so', async () => {
  const kept: Report = { done: '已撤销。', warnings: [], kept: ['考核汇总!F5', '考核汇总!F6'] };
  const undo = jest.fn<Promise<Report>, Parameters<Host['undo']>>(async (_locale, all) => (all ? REPORT : kept));
  const { host, user, t } = show('zh-CN', { undo });
  act(() => host.become({ canUndo: true }));
  await user.click(button(t('undo')));
  expect(await screen.findByText(/考核汇总!F5、考核汇总!F6/)).toBeInTheDocument();
  await user.click(button(t('undo.all')));
  expect(await screen.findByText(REPORT.done)).toBeInTheDocument();
  expect(undo.mock.lastCall!.slice(0, 2)).toEqual(['zh-CN', true]);
});

test('an undo shows how far it is and can be stopped', async () => {
  let signal: AbortSignal | null = null;
  const undo: Host['undo'] = (_locale, _all, onProgress, given) => {
    signal = given;
    onProgress(0.25);
    return new Promise((_, reject) => given.addEventListener('abort', () => reject(given.reason)));
  };
  const { host, user, t } = show('zh-CN', { undo });
  act(() => host.become({ canUndo: true }));
  await user.click(button(t('undo')));
  expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  expect(screen.getByText(t('results.undoing'))).toBeInTheDocument();
  await user.click(button(t('cancel')));
  expect(await screen.findByRole('button', { name: t('undo') })).toBeEnabled();
  expect(signal!.aborted).toBe(true);
});

test('a write shows how far it is, locks the run, and can be stopped', async () => {
  let signal: AbortSignal | null = null;
  const write: Host['write'] = (_locale, onProgress, given) => {
    signal = given;
    onProgress(0.4);
    return new Promise((_, reject) => given.addEventListener('abort', () => reject(given.reason)));
  };
  const { user, t } = await scored('zh-CN', { write });
  await user.click(screen.getByRole('tab', { name: t('step.write') }));
  await user.click(await screen.findByRole('button', { name: t('results.act.workbook') }));
  expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '40');
  expect(screen.queryByRole('button', { name: t('results.act.workbook') })).not.toBeInTheDocument();
  await user.click(screen.getByRole('tab', { name: t('step.score') }));
  expect(screen.queryByRole('button', { name: t('scoreAgain') })).not.toBeInTheDocument();
  await user.click(screen.getByRole('tab', { name: t('step.write') }));
  await user.click(button(t('cancel')));
  expect(await screen.findByRole('button', { name: t('results.act.workbook') })).toBeEnabled();
  expect(signal!.aborted).toBe(true);
});

test('what was left out of a write is told with its reason', async () => {
  const report: Report = { ...REPORT, warnings: ['“考核汇总”受保护，F5 未写入。'] };
  const { user, t } = await scored('zh-CN', { write: async () => report });
  await user.click(screen.getByRole('tab', { name: t('step.write') }));
  await user.click(await screen.findByRole('button', { name: t('results.act.workbook') }));
  expect(await screen.findByText('“考核汇总”受保护，F5 未写入。')).toBeInTheDocument();
  await user.click(button(t('close')));
  expect(screen.queryByText(REPORT.done)).not.toBeInTheDocument();
});

test('what this Excel cannot do is said quietly', () => {
  const { host } = show('zh-CN');
  act(() => host.become({ limits: ['本机的 Excel 不能读出合并区域。'] }));
  expect(screen.getByText('本机的 Excel 不能读出合并区域。')).toBeInTheDocument();
});
