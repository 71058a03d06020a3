/** @jest-environment jsdom */
import '../support/dom';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Host } from '../../src/app/port';
import { summarize } from '../../src/app/summary';
import { LOCALES, translate, type Locale } from '../../src/i18n';
import { Pane } from '../../src/taskpane/components/Pane';
import { findingAt, outcomeOf } from '../support/outcome';
import { testHost } from '../support/paneHost';

const OUTCOME = outcomeOf([{ name: '青柏锡矿党委', total: 95.2, grade: 0, rank: 1 }], {
  findings: [findingAt({ sheet: 1, row: 8, column: 3 })],
});
const file = (name: string) => new File(['x'], name);

/** A pane beside an open workbook; cells of the findings are in the workbook of this index. */
function show(locale: Locale, target: Host['target'] = 'workbook', workbook = 0) {
  const summary = summarize(OUTCOME);
  const findings = summary.findings.map((finding) => ({ ...finding, place: { ...finding.place!, workbook } }));
  const kinds: string[] = [];
  const host = testHost(OUTCOME, {
    target,
    run: async (kind) => {
      kinds.push(kind);
      return { ...summary, workbooks: host.workbooks(), findings };
    },
  });
  const user = userEvent.setup();
  render(<Pane host={host} locale={locale} theme="light" />);
  const t = (key: string, data = {}) => translate(locale, `taskpane.${key}`, data);
  const choose = (...names: string[]) =>
    user.upload(screen.getByLabelText(t('files.add'), { selector: 'input' }), names.map(file));
  return { host, user, t, choose, kinds };
}

describe.each(LOCALES)('files of units beside the open workbook, in %s', (locale) => {
  test('are chosen before the first run, listed, and put away again', async () => {
    const { user, t, choose, kinds } = show(locale);
    await choose('红岩锡矿.xlsx', '松坪锡矿.xlsx');
    const list = await screen.findByRole('list', { name: t('files.list', { count: 2 }) });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText(t('open.several', { name: '年度考核.xlsx', count: 3 }))).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t('files.remove', { name: '红岩锡矿.xlsx' }) }));
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1));
    expect(kinds).toEqual([]);
  });

  test('that cannot be read are told with the reason', async () => {
    const { user, t, choose } = show(locale);
    await choose('坏文件.xlsx', '松坪锡矿.xlsx');
    expect(await screen.findByText('“坏文件.xlsx”已损坏。')).toBeInTheDocument();
    expect(screen.getByRole('list', { name: t('files.list', { count: 1 }) })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t('close') }));
    expect(screen.queryByText('“坏文件.xlsx”已损坏。')).not.toBeInTheDocument();
  });

  test('are shown at once as what they are taken for, where the data were looked at', async () => {
    const { user, t, choose, kinds } = show(locale);
    await user.click(screen.getByRole('tab', { name: new RegExp(t('step.data')) }));
    await screen.findByRole('button', { name: /^考核汇总/ });
    await choose('松坪锡矿.xlsx');
    await waitFor(() => expect(kinds).toEqual(['check', 'check']));
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent(t('step.data'));
  });

  test('are taken when they are dropped on the pane', async () => {
    const { host, t } = show(locale);
    const main = screen.getByRole('main');
    fireEvent.dragOver(main);
    expect(screen.getByText(t('files.drop'))).toBeInTheDocument();
    fireEvent.drop(main, { dataTransfer: { files: [file('松坪锡矿.xlsx')] } });
    await waitFor(() => expect(host.workbooks()).toEqual(['年度考核.xlsx', '松坪锡矿.xlsx']));
    expect(screen.queryByText(t('files.drop'))).not.toBeInTheDocument();
  });

  test('have cells that are named with the file and lead nowhere', async () => {
    const { host, user, t, choose } = show(locale, 'workbook', 1);
    await choose('松坪锡矿.xlsx');
    await screen.findByRole('list', { name: t('files.list', { count: 1 }) });
    await user.click(screen.getByRole('button', { name: t('check') }));
    const gap = await screen.findByRole('option');
    expect(gap).toHaveTextContent('松坪锡矿.xlsx › 考核汇总!D9');
    await user.click(gap);
    expect(screen.getAllByText('松坪锡矿.xlsx › 考核汇总!D9')).toHaveLength(2);
    const name = t('place.go', { address: '松坪锡矿.xlsx › 考核汇总!D9' });
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    expect(host.selected).toEqual([]);
  });

  test('are said to stay as they are before anything is written', async () => {
    const { user, t, choose } = show(locale);
    await choose('松坪锡矿.xlsx');
    await screen.findByRole('list', { name: t('files.list', { count: 1 }) });
    await user.click(screen.getByRole('button', { name: t('score') }));
    await user.click(await screen.findByRole('button', { name: t('next.write') }));
    expect(await screen.findByText(t('results.others', { count: 1 }))).toBeInTheDocument();
  });
});

test('where files are all there is, each is named with its cells and can be shown', async () => {
  const { host, user, t } = show('zh-CN', 'copy', 1);
  act(() => host.open(['甲.xlsx', '乙.xlsx']));
  await user.click(screen.getByRole('button', { name: t('check') }));
  await user.click(await screen.findByRole('option', { name: /乙\.xlsx › 考核汇总!D9/ }));
  expect(host.selected).toMatchObject([{ workbook: 1, cell: 'D9' }]);
});
