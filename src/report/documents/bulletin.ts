import type { DocumentBlock, DocumentParagraph, Scheme, TextDocument } from '../../model';
import type { ReportSource } from '..';
import type { SchemeView } from '../schemeView';
import { attainmentSection } from './attainment';
import { owedAttachment, rankingAttachment, type Attachment } from './attachments';
import { awardSection } from './awards';
import { numbered, paragraph, TableNumbers } from './blocks';
import { openContext, type DocumentContext, type DocumentOptions } from './context';
import { demandSection } from './demands';
import { methodSection } from './method';
import { problemSection } from './problems';
import { resultSection } from './results';
import { andList, schemeName, shortName } from './words';

/**
 * 通报: the document that goes to all units after an assessment – how it was made, its results, who is commended, the
 * rate of attainment, what is missing, what is asked by when – with the rankings and the list of what is owed attached.
 * Its numbers are those of the result sheets.
 */
export function bulletin(source: ReportSource, options: DocumentOptions): TextDocument {
  const context = openContext(source, options);
  const { words, views, issuer, asOf, locale } = context;
  const ranked = views.map((view) => ({ view, attachment: rankingAttachment(context, view) }));
  const owed = owedAttachment(context);
  const attachments = [...ranked.map(({ attachment }) => attachment), owed].filter((each) => each !== null);
  const numberOf = (wanted: Attachment | null) => (wanted === null ? 0 : attachments.indexOf(wanted) + 1);
  const refer = (key: string, wanted: Attachment | null): string => {
    if (wanted === null) return '';
    return attachments.length === 1 ? words(`${key}Only`) : words(key, { number: numberOf(wanted) });
  };
  const attachmentOf = (view: SchemeView) =>
    refer('results.attachment', ranked.find((each) => each.view === view)!.attachment);
  const { due } = context;
  const opening = owed
    ? words(attachments.length === 1 ? 'demands.openingOnly' : 'demands.opening', { number: numberOf(owed), due })
    : words('demands.openingPlain', { due });
  const tables = new TableNumbers(words);
  const title = titleOf(context);
  return {
    layout: 'bulletin',
    language: locale,
    title,
    blocks: [
      paragraph('title', title),
      paragraph('recipient', recipients(context)),
      paragraph('body', openingText(context)),
      ...numbered(
        [
          methodSection(context),
          resultSection(context, tables, attachmentOf),
          awardSection(context, tables),
          attainmentSection(context, tables),
          problemSection(context),
          demandSection(context, opening),
        ],
        words,
      ),
      ...attachmentList(context, attachments),
      paragraph('signature', issuer),
      paragraph('date', asOf),
      ...attachments.flatMap((attachment, index) => attachmentBlocks(context, attachment, index, attachments.length)),
    ],
  };
}

/** Names of the schemes where they read as what was assessed; a table or a scheme of one's own has any name. */
function subjectOf({ views, words }: DocumentContext): string | null {
  const kinds: readonly Scheme['kind'][] = ['committee', 'branch', 'member'];
  if (views.length === 0 || !views.every(({ scheme }) => kinds.includes(scheme.scheme.kind))) return null;
  return andList(
    views.map(({ scheme }) => shortName(scheme.scheme.name)),
    words,
  );
}

function titleOf(context: DocumentContext): string {
  const { words, views, period } = context;
  const data = { period: period === '' ? '' : words('bulletin.period', { period }) };
  const subject = subjectOf(context);
  if (subject !== null) return words('bulletin.title', { ...data, subject });
  return words(views.length > 0 ? 'bulletin.titleGeneral' : 'bulletin.titleCheck', data);
}

/** To whom it goes: the layers that were assessed or are on the roster. */
function recipients({ words, source: { assessment }, views }: DocumentContext): string {
  const kinds = new Set([
    ...assessment.organizations.map(({ kind }) => kind),
    ...views.flatMap(({ scheme }) => scheme.subjects.map(({ kind }) => kind)),
  ]);
  const list = [
    ...(kinds.has('党委') || kinds.has('直属党总支') ? [words('recipient.committee')] : []),
    ...(kinds.has('党总支') || kinds.has('党支部') || kinds.has('党员') ? [words('recipient.branch')] : []),
  ];
  const all = list.length === 0 ? words('recipient.other') : list.join(words('recipient.comma'));
  return words('bulletin.recipients', { list: all });
}

function openingText(context: DocumentContext): string {
  const { words, views, period, asOf, source, locale } = context;
  const data = {
    period: period === '' ? '' : words('bulletin.forPeriod', { period }),
    check: source.assessment.registers.length > 0 ? words('bulletin.alsoChecked') : '',
    asOf,
  };
  if (views.length === 0) return words('bulletin.openingCheck', data);
  const names = views.map(({ scheme }) => schemeName(scheme.scheme.name, locale));
  if (views.every(({ scheme }) => scheme.scheme.kind === 'table')) {
    const quoted = names.map((name) => words('word.quoted', { name }));
    return words('bulletin.openingTable', { ...data, names: andList(quoted, words) });
  }
  const kinds = [
    ...new Set(views.map(({ scheme }) => (scheme.scheme.kind === 'table' ? 'custom' : scheme.scheme.kind))),
  ];
  const isAllLevels = kinds.includes('committee') && kinds.includes('branch');
  const objects = [
    ...(isAllLevels ? [words('object.organizations')] : []),
    ...kinds
      .filter((kind) => !isAllLevels || kind === 'member' || kind === 'custom')
      .map((kind) => words(`object.${kind}`)),
  ];
  return words('bulletin.opening', { ...data, names: andList(names, words), objects: andList(objects, words) });
}

/** The list of attachments after the text; its first line carries 附件：. */
function attachmentList({ words }: DocumentContext, attachments: readonly Attachment[]): DocumentParagraph[] {
  if (attachments.length === 1) {
    return [paragraph('attachment', attachments[0]!.name, words('bulletin.attachmentOnly'))];
  }
  return attachments.map(({ name }, index) => {
    const text = words('bulletin.attachment', { number: index + 1, name });
    return index === 0 ? paragraph('attachment', text, words('bulletin.attachments')) : paragraph('attachment', text);
  });
}

function attachmentBlocks(
  { words }: DocumentContext,
  { name, blocks }: Attachment,
  index: number,
  count: number,
): DocumentBlock[] {
  const mark =
    count === 1 ? words('bulletin.attachmentMarkOnly') : words('bulletin.attachmentMark', { number: index + 1 });
  return [{ type: 'pageBreak' }, paragraph('attachmentMark', mark), paragraph('title', name), ...blocks];
}
