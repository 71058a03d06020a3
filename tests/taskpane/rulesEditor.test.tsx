/** @jest-environment jsdom */
import '../support/dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { checkRules } from '../../src/app/rulesEditor/checkRules';
import type { RulesDraft } from '../../src/app/rulesEditor/draft';
import { startRules } from '../../src/app/rulesEditor/startRules';
import { LOCALES, translate, type Locale } from '../../src/i18n';
import { Pane } from '../../src/taskpane/components/Pane';
import { outcomeOf } from '../support/outcome';
import { CHANGES, testHost } from '../support/paneHost';

const PLAIN = outcomeOf([{ name: '青柏锡矿党委', total: 95.2, grade: 0, rank: 1 }]);
const cell = (text: string, column: number) => ({ text, place: { sheet: 0, row: 2, column } });
const WORDS = ['五好党委', '班子好（100分）', 'A1', '党课', '100', '扣分', '目标=12; 每次=0.5', '', '', ''];
const [scheme, dimension, id, name, max, method, parameters, source, nature, standard] = WORDS.map(cell);
const row = {
  scheme: scheme!,
  dimension: dimension!,
  id: id!,
  name: name!,
  max: max!,
  method: method!,
  parameters: parameters!,
  source: source!,
  nature: nature!,
  standard: standard!,
};
const OUTCOME = {
  ...PLAIN,
  assessment: {
    ...PLAIN.assessment,
    ruleRows: [row],
    parameterRows: [{ scheme: cell('', 0), key: cell('红旗名额', 1), value: cell('3', 2) }],
  },
};

async function editor(locale: Locale) {
  const drafts: RulesDraft[] = [];
  const host = testHost(
    OUTCOME,
    {},
    {
      rules: () => startRules(OUTCOME),
      checkRules: ({ draft }) => checkRules(draft, locale),
      rulesChanges: ({ draft }) => (drafts.push(draft), CHANGES),
    },
  );
  const user = userEvent.setup();
  render(<Pane host={host} locale={locale} theme="light" />);
  const t = (key: string, data = {}) => translate(locale, `taskpane.${key}`, data);
  await user.click(screen.getByRole('button', { name: t('tools') }));
  await user.click(await screen.findByRole('menuitem', { name: t('tool.rules') }));
  return { host, user, t, drafts };
}

async function read(locale: Locale) {
  const opened = await editor(locale);
  await opened.user.click(await screen.findByRole('button', { name: opened.t('rules.read') }));
  await screen.findByRole('button', { name: /党课/ });
  return opened;
}

describe.each(LOCALES)('the rules editor in %s', (locale) => {
  test('shows each rule as a sentence, its method as fields, and what is wrong at the field', async () => {
    const { user, t } = await read(locale);
    expect(await screen.findByText(/12.*0\.5/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /党课/ }));
    expect(screen.getByRole('textbox', { name: '目标' })).toHaveValue('12');
    const points = screen.getByRole('textbox', { name: t('rules.field.max') });
    await user.clear(points);
    await user.type(points, '若干');
    await waitFor(() => expect(points).toHaveAccessibleDescription(/若干/));
    expect(screen.getByRole('button', { name: t('rules.write') })).toBeDisabled();
    expect(screen.getByText(t('rules.problems', { count: 1 }))).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t('rules.discard') }));
    expect(await screen.findByText(t('rules.unchanged'))).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: t('rules.field.max') })).toHaveValue('100');
  });

  test('writes what was changed and scores again', async () => {
    const { host, user, t, drafts } = await read(locale);
    await user.click(screen.getByRole('button', { name: /党课/ }));
    const each = screen.getByRole('textbox', { name: '每次' });
    await user.clear(each);
    await user.type(each, '1');
    await waitFor(() => expect(screen.getByRole('button', { name: t('rules.write') })).toBeEnabled());
    await user.click(screen.getByRole('button', { name: t('rules.write') }));
    await screen.findByRole('tab', { name: t('tab.ranking') });
    expect(drafts.at(-1)!.rules[0]!.texts.parameters).toBe('每次=1; 目标=12');
    expect(host.calls).toContain(`amend ${CHANGES.workbook}`);
  });

  test('a new rule has fields of its own, and lines of a list can be typed', async () => {
    const { user, t, drafts } = await read(locale);
    await user.click(screen.getByRole('button', { name: t('rules.add') }));
    await user.type(screen.getByRole('textbox', { name: t('rules.field.name') }), '安全');
    await user.type(screen.getByRole('textbox', { name: t('rules.field.max') }), '6');
    await user.click(screen.getByRole('combobox', { name: new RegExp(t('rules.field.method')) }));
    await user.click(await screen.findByRole('option', { name: translate(locale, 'rules.tiers.title') }));
    await user.type(screen.getByRole('textbox', { name: t('rules.list.tiers') }), '>=90%:6{Enter}其他:0');
    await waitFor(() => expect(screen.getByRole('button', { name: t('rules.write') })).toBeEnabled());
    await user.click(screen.getByRole('button', { name: t('rules.write') }));
    await waitFor(() => expect(drafts).toHaveLength(1));
    expect(drafts[0]!.rules[1]!.texts).toMatchObject({ name: '安全', method: '分档', parameters: '>=90%:6; 其他:0' });
  });

  test('a parameter out of range is said at once', async () => {
    const { user, t } = await read(locale);
    await user.click(screen.getByRole('tab', { name: t('rules.parameters') }));
    const flags = screen.getByRole('textbox', { name: '红旗名额' });
    expect(flags).toHaveValue('3');
    await user.type(flags, '面');
    await waitFor(() => expect(flags).toHaveAccessibleDescription(/3面/));
    expect(within(screen.getByRole('status')).getByText(t('rules.problems', { count: 1 }))).toBeInTheDocument();
  });

  test('rules of another workbook are read from a file, and foreign files refused', async () => {
    const { user, t } = await read(locale);
    const file = (text: string) => new File([text], 'rules.json', { type: 'application/json' });
    const input = document.querySelector<HTMLInputElement>('input[type=file][accept^=".json"]')!;
    await user.upload(input, file('{"rules": []}'));
    expect(await screen.findByText(t('rules.notRules', { file: 'rules.json' }))).toBeInTheDocument();
    const texts = Object.fromEntries(Object.entries(row).map(([key, { text }]) => [key, text]));
    const other = { ...texts, name: '另一项', id: 'B1' };
    const rules = { product: 'pioneer-scorecard-rules', version: 1, rules: [texts, other], parameters: [] };
    await user.upload(input, file(JSON.stringify(rules)));
    expect(await screen.findByRole('button', { name: /另一项/ })).toBeInTheDocument();
  });
});
