/** @jest-environment jsdom */
import '../support/dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Host } from '../../src/app/port';
import { LOCALES, translate, type Locale } from '../../src/i18n';
import { correctionEdits, snapshotOf, type Corrections, type SheetLiteral } from '../../src/model';
import { Pane } from '../../src/taskpane/components/Pane';
import { sessionHost } from '../support/sessionHost';

const ROSTER: SheetLiteral = {
  name: '单位名册',
  rows: [
    ['单位编号', '单位名称', '类型'],
    ['U01', '东岭锡矿党委', '党委'],
    ['U02', '西岭锡矿党委', '党委'],
  ],
};
/** A header that says nothing, and a name that nobody has. */
const ODD: SheetLiteral = {
  name: '上级打分',
  rows: [['2004年度上级考核打分'], ['甲', '乙', '丙'], ['东岭矿党委', 5, 4], ['西岭锡矿党委', 4, 3]],
};
const PLAIN: SheetLiteral = {
  name: '上级考核',
  rows: [
    ['单位', '安全', '成本、能耗控制得分'],
    ['东岭矿党委', 5, 4],
    ['西岭锡矿党委', 4, 3],
  ],
};
const form = (name: string): SheetLiteral => ({
  name,
  rows: [
    [`单位名称：${name}`],
    ['考核内容', '分值', '考核分'],
    ['安全生产', 5, 5],
    ['成本、能耗控制', 4, 4],
    ['党务公开情况', 4, 3],
    ['安全检查情况', 5, 4],
  ],
});

/** The name of a drop-down is its label and what is chosen. */
const startsWith = (label: string) => new RegExp(`^${label}`);

async function show(locale: Locale, sheets: readonly SheetLiteral[], known?: Corrections, part: Partial<Host> = {}) {
  const host = { ...sessionHost([snapshotOf('年度考核.xlsx', sheets)], known), ...part };
  const user = userEvent.setup();
  render(<Pane host={host} locale={locale} theme="light" />);
  const t = (key: string, data = {}) => translate(locale, `taskpane.${key}`, data);
  await user.click(screen.getByRole('tab', { name: t('step.data') }));
  await screen.findByRole('button', { name: new RegExp(`^${sheets[0]!.name}`) });
  return {
    host,
    user,
    t,
    open: async (sheet: string) => {
      await user.click(screen.getByRole('button', { name: new RegExp(`^${sheet}`) }));
      await screen.findByRole('combobox', { name: startsWith(t('data.headerFrom')) });
    },
    pickFrom: async (label: string, option: RegExp) => {
      await user.click(screen.getByRole('combobox', { name: startsWith(label) }));
      await user.click(await screen.findByRole('option', { name: option }));
    },
    apply: async () => {
      await user.click(screen.getByRole('button', { name: t('data.apply') }));
      await screen.findByText(t('data.done'));
      await waitFor(() => expect(screen.queryByRole('button', { name: t('data.apply') })).not.toBeInTheDocument());
    },
  };
}

describe.each(LOCALES)('the data step in %s', (locale) => {
  const field = (name: string) => translate(locale, `recognise.field.${name}`);

  test('a header that was not found is chosen, its columns are named, and the sheet is scored', async () => {
    const { user, t, open, pickFrom, apply, host } = await show(locale, [ROSTER, ODD]);
    await open('上级打分');
    expect(screen.getByText(t('data.noTables'))).toBeInTheDocument();
    await pickFrom(t('data.headerFrom'), /甲 \| 乙 \| 丙/);
    await apply();
    const named = async (at: string, header: string, text: string) => {
      const name = t('data.column', { letter: at, header, meaning: t('data.unknown') });
      await user.click(await screen.findByRole('button', { name }));
      const box = screen.getByRole('combobox', { name: t('data.is') });
      await user.type(box, text);
      await user.keyboard('{ArrowDown}{Enter}');
      await apply();
      // The keyboard goes on at the column that was corrected.
      expect(screen.getByRole('button', { name: new RegExp(header) })).toHaveFocus();
    };
    await named('A', '甲', field('unit'));
    await named('B', '乙', '安全生产');
    expect(
      await screen.findByRole('button', {
        name: t('data.column', { letter: 'B', header: '乙', meaning: 'W42 安全生产' }),
      }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t('data.back') }));
    const sheet = await screen.findByRole('button', { name: /^上级打分/ });
    expect(sheet).toHaveTextContent(t('data.corrected'));
    expect(sheet).toHaveTextContent(t('data.header', { rows: '2' }));
    await waitFor(() => expect(sheet).toHaveFocus());
    expect(host.memory()!.corrections.headers).toHaveLength(1);

    await user.click(screen.getByRole('button', { name: t('score') }));
    expect((await screen.findAllByRole('option'))[0]).toHaveTextContent('西岭锡矿党委');
    expect(screen.getAllByRole('option')[0]).toHaveTextContent('80.00');
  });

  test('a name that nobody has is who a person says; the nearest are offered', async () => {
    const { user, t, host } = await show(locale, [ROSTER, PLAIN]);
    expect(screen.getByText(t('data.unmatched', { count: 1 }))).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: t('data.unmatched.is', { written: '东岭矿党委', name: '东岭锡矿党委' }) }),
    );
    await waitFor(() => expect(screen.queryByText(t('data.unmatched', { count: 1 }))).not.toBeInTheDocument());
    expect(screen.getByText(t('data.what.name', { written: '东岭矿党委', value: '东岭锡矿党委' }))).toBeInTheDocument();
    expect(host.memory()!.corrections.names).toEqual([
      { written: '东岭矿党委', branch: null, target: { id: 'U01', name: '东岭锡矿党委' } },
    ]);

    await user.click(screen.getByRole('button', { name: t('data.undo') }));
    expect(await screen.findByText(t('data.unmatched', { count: 1 }))).toBeInTheDocument();
    expect(correctionEdits(host.memory()!.corrections)).toEqual([]);
  });

  test('anybody on the roster can be meant, or nobody', async () => {
    const { user, t, host } = await show(locale, [ROSTER, PLAIN]);
    await user.click(screen.getByRole('button', { name: t('data.unmatched.other', { written: '东岭矿党委' }) }));
    const box = await screen.findByRole('combobox', { name: t('data.unmatched.other', { written: '东岭矿党委' }) });
    expect(box).toHaveFocus();
    expect(await screen.findAllByRole('option')).toHaveLength(2);
    await user.type(box, 'u02');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(host.memory()?.corrections.names[0]?.target?.id).toBe('U02'));
    await user.click(await screen.findByRole('button', { name: t('data.undo') }));
    await user.click(
      await screen.findByRole('button', { name: t('data.unmatched.nobodyOf', { written: '东岭矿党委' }) }),
    );
    expect(await screen.findByText(t('data.what.nobody', { written: '东岭矿党委' }))).toBeInTheDocument();
  });

  test('role, source and scheme are chosen and taken back; nothing happens before it is said', async () => {
    const { user, t, open, pickFrom, apply, host } = await show(locale, [ROSTER, PLAIN]);
    await open('上级考核');
    expect(screen.queryByRole('button', { name: t('data.apply') })).not.toBeInTheDocument();
    await pickFrom(t('data.source'), new RegExp(`^${t('source.peer')}$`));
    await pickFrom(t('data.scheme'), /五好党支部/);
    expect(host.memory()).toBeNull();
    await apply();
    expect(host.memory()!.corrections.tables).toMatchObject([
      { sheet: '上级考核', everySheet: false, source: 'peer', scheme: '五好党支部(党总支)' },
    ]);
    expect(await screen.findByRole('combobox', { name: startsWith(t('data.source')) })).toHaveTextContent(
      t('source.peer'),
    );
    await user.click(screen.getByRole('button', { name: t('data.automatic') }));
    await screen.findByText(t('data.doneBack'));
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: startsWith(t('data.source')) })).toHaveTextContent(
        t('source.superior'),
      ),
    );

    await pickFrom(t('data.role'), new RegExp(`^${t('role.other')}$`));
    await apply();
    await user.click(screen.getByRole('button', { name: t('data.back') }));
    expect(await screen.findByRole('button', { name: /^上级考核/ })).toHaveTextContent(t('data.corrected'));
    expect(screen.queryByText(t('data.unmatched', { count: 1 }))).not.toBeInTheDocument();
  });

  test('rows of forms are corrected on all forms of the layout', async () => {
    const forms = [form('东岭锡矿党委'), form('西岭锡矿党委')];
    const { user, t, open, apply, host } = await show(locale, [ROSTER, ...forms]);
    expect(screen.getByRole('button', { name: /^西岭锡矿党委/ })).toHaveTextContent(t('data.open', { count: 2 }));
    await open('东岭锡矿党委');
    await user.click(
      screen.getByRole('button', {
        name: t('data.row', { row: 5, text: '党务公开情况', meaning: t('data.unknown') }),
      }),
    );
    await user.type(screen.getByRole('combobox', { name: t('data.rowIs') }), '党务公开');
    await user.click(screen.getAllByRole('option')[0]!);
    expect(screen.getByRole('checkbox', { name: t('data.everySheet', { count: 2 }) })).toBeChecked();
    await apply();
    expect(host.memory()!.corrections.tables).toMatchObject([{ everySheet: true, rows: [{ occurrence: 0 }] }]);
    await user.click(screen.getByRole('button', { name: t('data.back') }));
    expect(await screen.findByRole('button', { name: /^西岭锡矿党委/ })).toHaveTextContent(
      t('data.open', { count: 1 }),
    );
  });

  test('after a correction the results are marked as those from before, until they are scored again', async () => {
    const { user, t } = await show(locale, [ROSTER, PLAIN]);
    await user.click(screen.getByRole('button', { name: t('score') }));
    await screen.findByRole('tab', { name: t('tab.ranking') });
    await user.click(screen.getByRole('tab', { name: t('step.data') }));
    await user.click(await screen.findByRole('button', { name: /^“东岭矿党委”就是|^东岭矿党委 is 东/ }));
    await screen.findByText(t('data.done'));
    expect(screen.queryByText(t('outdated'))).not.toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: t('step.write') }));
    expect(screen.getByText(t('outdated'))).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: t('results.act.copy') })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t('scoreAgain') }));
    await screen.findByRole('tab', { name: t('tab.ranking') });
    expect(screen.queryByText(t('outdated'))).not.toBeInTheDocument();
    expect(screen.getAllByRole('option')).toHaveLength(2);
  });

  test('what was corrected in other files is shown as remembered, with what no longer fits, and can be forgotten', async () => {
    const first = await show(locale, [ROSTER, PLAIN]);
    await first.user.click(await screen.findByRole('button', { name: /^“东岭矿党委”就是|^东岭矿党委 is 东/ }));
    await waitFor(() => expect(first.host.memory()).not.toBeNull());
    const { corrections } = first.host.memory()!;
    document.body.replaceChildren();

    const { t, user } = await show(locale, [ROSTER, PLAIN], corrections);
    expect(screen.getByText(t('data.remembered', { count: 1 }))).toBeInTheDocument();
    expect(screen.queryByText(t('data.unmatched', { count: 1 }))).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t('data.shelf.forget') }));
    expect(screen.getByText(t('data.shelf.forgotten'))).toBeInTheDocument();
    const what = t('data.what.name', { written: '东岭矿党委', value: '东岭锡矿党委' });
    await user.click(screen.getByRole('button', { name: t('data.remembered.backOf', { what }) }));
    expect(await screen.findByText(t('data.unmatched', { count: 1 }))).toBeInTheDocument();
  });

  test('a correction that could not be stored is told of, and what was read is shown all the same', async () => {
    const base = sessionHost([snapshotOf('年度考核.xlsx', [ROSTER, PLAIN])]);
    const ask: Host['ask'] = async (question, asked) => {
      const answer = await base.ask(question, asked);
      if (question === 'correct') throw new Error('工作簿记不下更正。');
      return answer;
    };
    const { t, user } = await show(locale, [ROSTER, PLAIN], undefined, { ask, run: base.run });
    await user.click(await screen.findByRole('button', { name: /^“东岭矿党委”就是|^东岭矿党委 is 东/ }));
    expect(await screen.findByText('工作簿记不下更正。')).toBeInTheDocument();
    expect(screen.getByText(t('data.remembered', { count: 1 }))).toBeInTheDocument();
  });
});

test('names from a foreign file that no text has are shown as they are', async () => {
  const table = { header: ['单位', '安全', '成本、能耗控制得分'], sheet: '上级考核', everySheet: true };
  const strange: Corrections = {
    version: 1,
    tables: [
      {
        ...table,
        columns: [
          { key: '安全', occurrence: 0, choice: { kind: 'field', name: '__proto__' } },
          { key: '单位', occurrence: 0, choice: { kind: 'level', name: '99' } },
        ],
        rows: [],
      },
    ],
    headers: [],
    names: [],
  };
  const { t, host } = await show('zh-CN', [ROSTER, PLAIN]);
  expect(host.memory()).toBeNull();
  document.body.replaceChildren();
  const base = sessionHost([snapshotOf('年度考核.xlsx', [ROSTER, PLAIN])]);
  await base.run('check', 'zh-CN', () => undefined, new AbortController().signal);
  await base.ask('correct', {
    locale: 'zh-CN',
    edits: strange.tables.flatMap(({ columns }) =>
      columns.map(({ key, occurrence, choice }) => ({
        type: 'column' as const,
        table,
        key,
        occurrence,
        value: choice,
      })),
    ),
  });
  await show('zh-CN', [ROSTER, PLAIN], undefined, { run: base.run, ask: base.ask });
  const list = within(screen.getByRole('tabpanel'));
  expect(list.getByText(/“安全”列是__proto__/)).toBeInTheDocument();
  expect(list.getAllByText(translate('zh-CN', 'recognise.unfit.noIndicator'))).toHaveLength(2);
  expect(t('data.corrected')).toBe('已更正');
});
