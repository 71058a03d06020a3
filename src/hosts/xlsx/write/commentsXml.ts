import { a1, parseA1, type CellNote } from '../../../model';
import { MARK_NAME } from '../../shared/mark';
import { isOwnNote, signedNote } from '../../shared/notes';
import type { Namespaces } from '../package/namespaces';
import { XML_HEAD } from '../package/relationshipEdit';
import { StringItemReader } from '../read/sharedStrings';
import { withPrefix, XmlEdits } from '../xml/edits';
import { child, outline, type XmlNode } from '../xml/outline';
import { Token, XmlScanner } from '../xml/scanner';
import { escapeCell, escapeXml } from '../xml/text';

/** The notes of a sheet after ours were exchanged. */
export interface ChangedComments {
  /** The part; null when no note is left. */
  readonly text: string | null;
  /** Cells of our earlier notes, which are gone, by `noteKey`. */
  readonly removed: ReadonlySet<string>;
  /** Notes that were put, and how many were not, since somebody else has a note there. */
  readonly put: readonly CellNote[];
  readonly kept: number;
}

/** Key of a cell of a sheet. */
export function noteKey({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${row}:${column}`;
}

/** A note of the part, and whether it is ours. */
interface Comment {
  readonly node: XmlNode;
  readonly key: string;
  readonly isOurs: boolean;
}

/**
 * The comments part of a sheet with exactly these notes of ours: earlier ones are removed, those of others stay. `text`
 * is null when the sheet has no such part yet.
 */
export function changeComments(
  text: string | null,
  notes: readonly CellNote[],
  namespaces: Namespaces,
): ChangedComments {
  if (text === null) {
    const list = notes.map((note) => commentXml(note, 0)).join('');
    const authors = `<authors><author>${MARK_NAME}</author></authors>`;
    const head = `${XML_HEAD}<comments xmlns="${namespaces.main}">`;
    const xml = notes.length === 0 ? null : `${head}${authors}<commentList>${list}</commentList></comments>`;
    return { text: xml, removed: new Set(), put: notes, kept: 0 };
  }
  const root = outline(text, 3);
  const comments = readComments(text, root);
  const theirs = new Set(comments.flatMap(({ isOurs, key }) => (isOurs ? [] : [key])));
  const removed = new Set(comments.flatMap(({ isOurs, key }) => (isOurs ? [key] : [])));
  const put = notes.filter((note) => !theirs.has(noteKey(note)));
  const kept = notes.length - put.length;
  if (theirs.size === 0 && put.length === 0) return { text: removed.size > 0 ? null : text, removed, put, kept };
  const edits = new XmlEdits(text);
  for (const { node, isOurs } of comments) if (isOurs) edits.replace(node.start, node.end, '');
  const author = setAuthor(text, edits, root, put.length > 0);
  const list = child(root, 'commentList');
  if (list) edits.append(list, withPrefix(put.map((note) => commentXml(note, author)).join(''), root.prefix));
  return { text: edits.apply(), removed, put, kept };
}

function readComments(text: string, root: XmlNode): Comment[] {
  const nodes = child(root, 'commentList')?.children ?? [];
  return nodes.flatMap((node): Comment[] => {
    const place = node.name === 'comment' ? parseA1(node.attributes.get('ref') ?? '') : null;
    if (!place) return [];
    return [{ node, key: noteKey(place), isOurs: isOwnNote(contentOf(text.slice(node.start, node.end))) }];
  });
}

/** The plain text of a note. */
function contentOf(xml: string): string {
  const item = new StringItemReader();
  item.start();
  const scanner = new XmlScanner(xml);
  for (let token = scanner.next(); token !== Token.none; token = scanner.next()) item.take(token, scanner);
  return item.finish();
}

/** Number of our author among the authors, who is added when needed and goes, as the last one, when not. */
function setAuthor(text: string, edits: XmlEdits, root: XmlNode, isNeeded: boolean): number {
  const authors = child(root, 'authors');
  const names = authors?.children ?? [];
  const isUs = (node: XmlNode | undefined) =>
    node !== undefined && text.slice(node.openEnd, node.innerEnd) === MARK_NAME;
  const known = names.findIndex(isUs);
  const last = names.at(-1);
  if (!isNeeded && last && isUs(last)) edits.replace(last.start, last.end, '');
  if (!isNeeded || known >= 0) return Math.max(0, known);
  if (authors) edits.append(authors, withPrefix(`<author>${MARK_NAME}</author>`, root.prefix));
  return names.length;
}

const FONT = '<sz val="9"/><color indexed="81"/><rFont val="宋体"/><family val="3"/><charset val="134"/>';

function commentXml(note: CellNote, author: number): string {
  const content = signedNote(note);
  const run = (looks: string, text: string) =>
    `<r><rPr>${looks}${FONT}</rPr><t xml:space="preserve">${escapeCell(text)}</t></r>`;
  const text = run('<b/>', content.slice(0, note.title.length)) + run('', content.slice(note.title.length));
  return `<comment ref="${escapeXml(a1(note))}" authorId="${author}"><text>${text}</text></comment>`;
}
