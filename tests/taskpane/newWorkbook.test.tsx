/** @jest-environment jsdom */
import '../support/dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { checkRoster, newWorkbooks, startNewWorkbook, type NewWorkbookWish } from '../../src/app';
import type { MadeFiles } from '../../src/app/newWorkbookFiles';
import { LOCALES, translate, type Locale } from '../../src/i18n';
import { Pane } from '../../src/taskpane/components/Pane';
import { outcomeOf } from '../support/outcome';
import { testHost } from '../support/paneHost';

const saved: string[] = [];
jest.mock('../../src/taskpane/download', () => ({ download: ({ name }: { name: string }) => void saved.push(name) }));
beforeEach(() => void (saved.length = 0));

const OUTCOME = outcomeOf([{ name: '青柏锡矿党委', total: 95.2, grade: 0, rank: 1 }]);
const UNITS = '单位名称\t组别\n红岩锡矿党委\t生产单位\n青石坡锡矿党委\t生产单位\n红岩锡矿党委\t生产单位';

/** The panel as it opens from the first screen, and the wishes that it has made. */
async function panel(locale: Locale, target: 'copy' | 'workbook' = 'copy') {
  const wishes: NewWorkbookWish[] = [];
  const host = testHost(
    OUTCOME,
    { target },
    {
      newWorkbook: ({ today }) => startNewWorkbook(null, today),
      checkRoster: ({ wish }) => checkRoster(wish, null, locale),
      makeWorkbook: ({ wish }): MadeFiles => {
        wishes.push(wish);
        const made = newWorkbooks(wish, null, locale);
        if ('problem' in made) return made;
        const [file, ...others] = made.books.map(({ name }) => ({ name: `${name}.xlsx`, bytes: new Uint8Array() }));
        const archive = others.length > 0 ? { name: '全套.zip', bytes: new Uint8Array() } : null;
        return { file: file!, archive, sheets: made.books[0]!.changes.sheets.length, units: others.length };
      },
    },
  );
  const user = userEvent.setup();
  render(<Pane host={host} locale={locale} theme="light" />);
  const t = (key: string, data = {}) => translate(locale, `taskpane.${key}`, data);
  await user.click(screen.getByRole('button', { name: t('welcome.new') }));
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByRole('textbox', { name: t('new.units') });
  const paste = async (name: string, text: string) => {
    await user.click(dialog.getByRole('textbox', { name: t(name) }));
    await user.paste(text);
  };
  return { host, user, t, dialog, wishes, paste };
}

describe.each(LOCALES)('the panel for new workbooks in %s', (locale) => {
  test('pasted units are counted for each scheme, what is odd is said, the workbook is made and opened', async () => {
    const { host, user, t, dialog, wishes, paste } = await panel(locale);
    await paste('new.units', UNITS);
    expect(await dialog.findByText(t('new.subjects', { scheme: '五好党委', count: 2 }))).toBeInTheDocument();
    expect(dialog.getByText(/4.*红岩锡矿党委.*2/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: t('new.make') }));
    const open = await dialog.findByRole('button', { name: t('new.open.copy') });
    expect(wishes).toMatchObject([{ schemes: ['五好党委'], units: UNITS, layout: 'one', self: 'forms', peer: true }]);
    await user.click(open);
    await waitFor(() => expect(host.calls).toContainEqual(expect.stringMatching(/^open .+\.xlsx$/)));
    expect(await dialog.findByText(new RegExp(t('new.opened.copy')))).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: t('new.save') }));
    expect(saved).toEqual([expect.stringMatching(/\.xlsx$/)]);
  });

  test('schemes, period, sources, registers and files are as they were chosen', async () => {
    const { user, t, dialog, wishes, paste } = await panel(locale);
    await user.click(dialog.getByRole('checkbox', { name: '党员五带头' }));
    const period = dialog.getByRole('textbox', { name: t('new.period') });
    await user.clear(period);
    await user.type(period, '2004年上半年');
    await paste('new.units', UNITS);
    await user.click(await dialog.findByRole('textbox', { name: t('new.members') }));
    await user.paste('岑远舟\n白若溪');
    await paste('new.groups', '生产单位、机关单位');
    await user.click(dialog.getByRole('radio', { name: t('new.self.wide') }));
    await user.click(dialog.getByRole('checkbox', { name: t('new.peer') }));
    await user.click(dialog.getByRole('button', { name: t('new.none') }));
    await user.click(dialog.getByRole('checkbox', { name: t('new.register.plans') }));
    await user.click(dialog.getByRole('radio', { name: t('new.layout.perUnit') }));
    await user.click(dialog.getByRole('button', { name: t('new.make') }));
    await user.click(await dialog.findByRole('button', { name: t('new.saveAll') }));
    expect(saved).toEqual(['全套.zip']);
    expect(wishes).toEqual([
      {
        schemes: ['五好党委', '党员五带头'],
        period: '2004年上半年',
        groups: ['生产单位', '机关单位'],
        units: UNITS,
        members: '岑远舟\n白若溪',
        layout: 'perUnit',
        self: 'wide',
        peer: false,
        registers: ['plans'],
      },
    ]);
    await user.click(dialog.getByRole('button', { name: t('new.again') }));
    expect(dialog.getByRole('button', { name: t('new.make') })).toBeEnabled();
  });

  test('what cannot be made is said, and nothing can be made of nothing', async () => {
    const { user, t, dialog } = await panel(locale, 'workbook');
    const period = dialog.getByRole('textbox', { name: t('new.period') });
    await user.clear(period);
    expect(dialog.getByRole('button', { name: t('new.make') })).toBeDisabled();
    await user.type(period, '去年');
    await user.click(dialog.getByRole('button', { name: t('new.make') }));
    expect(
      await dialog.findByText(translate(locale, 'templates.refused.badPeriod', { period: '去年' })),
    ).toBeInTheDocument();
    await user.click(dialog.getByRole('checkbox', { name: '五好党委' }));
    expect(dialog.getByRole('button', { name: t('new.make') })).toBeDisabled();
  });
});
