/** @jest-environment jsdom */
import '../support/dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { WrittenDocument } from '../../src/app/documents';
import { LOCALES, translate, type Locale } from '../../src/i18n';
import type { Reminder, TextDocument } from '../../src/model';
import type { DocumentOptions } from '../../src/report/documents';
import { Pane } from '../../src/taskpane/components/Pane';
import { download } from '../../src/taskpane/download';
import { outcomeOf } from '../support/outcome';
import { testHost } from '../support/paneHost';

jest.mock('../../src/taskpane/download', () => ({ download: jest.fn() }));
const downloaded = jest.mocked(download);

const OUTCOME = outcomeOf([{ name: '青柏锡矿党委', group: '生产单位', total: 95.2, grade: 0, rank: 1 }]);
const DOCUMENT: TextDocument = {
  layout: 'bulletin',
  language: 'zh-CN',
  title: '关于2004年度<考核>情况的通报',
  blocks: [
    { type: 'paragraph', role: 'title', text: '关于2004年度<考核>情况的通报' },
    { type: 'paragraph', role: 'body', lead: '（一）流动红旗。', text: '授予下列单位。' },
    {
      type: 'table',
      columns: [
        { header: '名次', width: 0.3, align: 'center' },
        { header: '单位', width: 0.7, align: 'left' },
      ],
      rows: [{ band: '生产单位（1个）' }, { cells: ['1', '青柏锡矿党委'] }],
    },
  ],
};
const WRITTEN: WrittenDocument = { document: DOCUMENT, bytes: new Uint8Array([80, 75, 3, 4]) };
const REMINDERS: Reminder[] = [
  { unit: '白石铜矿党委', count: 1, text: '白石铜矿党委：\n1. 年终总结未报送。' },
  { unit: '化工厂党委', count: 2, text: '化工厂党委：\n1. 实施方案未制定；\n2. 责任书未签订。' },
];

async function documents(locale: Locale, reminders = REMINDERS) {
  const asked: [question: string, ask: DocumentOptions][] = [];
  const answer =
    <T,>(question: string, value: T) =>
    (ask: DocumentOptions) => (asked.push([question, ask]), value);
  const host = testHost(
    OUTCOME,
    {},
    // The host answers at once, a worker later: both are awaited.
    {
      bulletin: answer('bulletin', WRITTEN) as never,
      feedback: answer('feedback', WRITTEN) as never,
      reminders: answer('reminders', reminders),
    },
  );
  const user = userEvent.setup();
  render(<Pane host={host} locale={locale} theme="light" />);
  const t = (key: string, data = {}) => translate(locale, `taskpane.${key}`, data);
  await user.click(screen.getByRole('button', { name: t('score') }));
  await screen.findByRole('tab', { name: t('tab.ranking') });
  await user.click(screen.getByRole('tab', { name: new RegExp(t('step.write')) }));
  await user.click(await screen.findByRole('tab', { name: t('tab.documents') }));
  await screen.findByRole('button', { name: t('documents.makeNamed', { name: t('documents.bulletin') }) });
  const make = (paper: string) =>
    user.click(screen.getByRole('button', { name: t('documents.makeNamed', { name: t(`documents.${paper}`) }) }));
  return { user, t, asked, make };
}

beforeEach(() => downloaded.mockClear());

describe.each(LOCALES)('the documents in %s', (locale) => {
  test('are made with what the user wishes, and handed over as files', async () => {
    const { user, t, asked, make } = await documents(locale);
    await user.type(screen.getByRole('textbox', { name: t('documents.issuer') }), ' 公司党委 ');
    await user.type(screen.getByLabelText(t('documents.due')), '2005-03-01');
    await user.click(screen.getByRole('checkbox', { name: t('documents.anonymous') }));
    await make('bulletin');
    await waitFor(() => expect(downloaded).toHaveBeenCalledTimes(1));
    expect(asked).toEqual([['bulletin', { locale, anonymous: true, issuer: '公司党委', dueDay: '2005-03-01' }]]);
    expect(downloaded).toHaveBeenLastCalledWith({ name: '关于2004年度考核情况的通报.docx', bytes: WRITTEN.bytes });
    // Other wishes make another document: the one that is told of would be wrong.
    expect(screen.getByText(/关于2004年度考核情况的通报\.docx/)).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: t('documents.anonymous') }));
    expect(screen.queryByText(/关于2004年度考核情况的通报\.docx/)).not.toBeInTheDocument();
    await user.clear(screen.getByRole('textbox', { name: t('documents.issuer') }));
    await user.clear(screen.getByLabelText(t('documents.due')));
    await make('feedback');
    await waitFor(() => expect(downloaded).toHaveBeenCalledTimes(2));
    expect(asked.at(-1)).toEqual(['feedback', { locale, anonymous: false }]);
  });

  test('can be opened and copied where a web view keeps files back', async () => {
    const { user, t, make } = await documents(locale);
    await make('bulletin');
    await user.click(await screen.findByRole('button', { name: t('documents.open') }));
    const paper = within(screen.getByRole('article', { name: DOCUMENT.title }));
    expect(paper.getByText('授予下列单位。')).toBeInTheDocument();
    expect(paper.getByRole('row', { name: '1 青柏锡矿党委' })).toBeInTheDocument();
    expect(paper.getByRole('columnheader', { name: '单位' })).toBeInTheDocument();

    const copied: ClipboardItem[] = [];
    Object.assign(globalThis, {
      ClipboardItem: class {
        constructor(readonly parts: Record<string, Blob>) {}
      },
    });
    jest.spyOn(navigator.clipboard, 'write').mockImplementation(async (items) => void copied.push(...items));
    await user.click(screen.getByRole('button', { name: t('documents.copyAll') }));
    expect(await screen.findByText(t('documents.copiedAll'))).toBeInTheDocument();
    const { parts } = copied[0] as unknown as { parts: Record<string, Blob> };
    const html = await textOf(parts['text/html']!);
    expect(html).toContain('关于2004年度&lt;考核&gt;情况的通报');
    expect(html).toMatch(/<td colspan="2"[^>]*>生产单位（1个）<\/td>/);
    expect(await textOf(parts['text/plain']!)).toContain('（一）流动红旗。授予下列单位。\n名次\t单位\n');
    await user.click(screen.getByRole('button', { name: t('documents.again') }));
    expect(downloaded).toHaveBeenCalledTimes(2);
  });

  test('reminders are copied one by one or together', async () => {
    const { user, t } = await documents(locale);
    const copied = jest.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await user.click(screen.getByRole('button', { name: t('documents.showReminders') }));
    await user.click(await screen.findByRole('button', { name: t('documents.copyFor', { unit: '化工厂党委' }) }));
    expect(copied).toHaveBeenLastCalledWith(REMINDERS[1]!.text);
    expect(screen.getByText(t('documents.copied', { name: '化工厂党委' }))).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t('documents.allReminders', { count: 2 }) }));
    expect(copied).toHaveBeenLastCalledWith(REMINDERS.map(({ text }) => text).join('\n\n'));
  });

  test('a web view that lets nothing be copied is told of', async () => {
    const { user, t } = await documents(locale);
    await user.click(screen.getByRole('button', { name: t('documents.showReminders') }));
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('blocked'));
    await user.click(await screen.findByRole('button', { name: t('documents.copyFor', { unit: '化工厂党委' }) }));
    expect(await screen.findByText(t('documents.notCopied'))).toBeInTheDocument();
  });

  test('nobody to remind is said', async () => {
    const { user, t } = await documents(locale, []);
    await user.click(screen.getByRole('button', { name: t('documents.showReminders') }));
    expect(await screen.findByText(t('documents.noReminders'))).toBeInTheDocument();
  });
});

/** jsdom's Blob reads itself only with a FileReader. */
function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
}
