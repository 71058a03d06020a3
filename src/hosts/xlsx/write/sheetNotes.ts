import type { CellNote } from '../../../model';
import { MARK_NAME } from '../../shared/mark';
import { ContentType, CONTENT_TYPES, withDefaultType } from '../package/contentTypes';
import type { Namespaces } from '../package/namespaces';
import type { PackageEdit } from '../package/packageEdit';
import { relationshipsPart } from '../package/partNames';
import { addRelationship, removeRelationship } from '../package/relationshipEdit';
import { readRelationships, type Relationship } from '../package/relationships';
import { XmlEdits, withPrefix } from '../xml/edits';
import { child, outline } from '../xml/outline';
import { changeComments } from './commentsXml';
import { WORKSHEET_ORDER } from './highlights';
import { sizesOf } from './noteBoxes';
import { changeNoteBoxes } from './vmlNotes';

/** What the notes of a sheet are written with. */
export interface NoteTools {
  readonly edit: PackageEdit;
  readonly namespaces: Namespaces;
  /** Folder of the workbook part with "/" at its end, e.g. "xl/". */
  readonly folder: string;
}

/** Whether a sheet has notes of ours, as far as a look at its parts tells. */
export function mayHaveNotes(edit: PackageEdit, part: string): boolean {
  const comments = relationshipOf(edit, part, ({ type }) => type === 'comments');
  return comments !== undefined && edit.pkg.contains(comments.target, MARK_NAME);
}

/**
 * Puts exactly these notes of ours on a user's sheet: a comments part and the legacy drawing with their boxes. Without
 * notes the parts and the sheet are what they were before the first.
 * @returns the text of the sheet, and how many notes were left out, since somebody else has one at their cell
 */
export function withNotes(
  part: string,
  text: string,
  notes: readonly CellNote[],
  { edit, namespaces, folder }: NoteTools,
): { readonly text: string; readonly kept: number } {
  const comments = relationshipOf(edit, part, ({ type }) => type === 'comments');
  const changed = changeComments(comments ? edit.text(comments.target) : null, notes, namespaces);
  if (changed.put.length === 0 && changed.removed.size === 0) return { text, kept: changed.kept };
  if (changed.text === null) removePart(edit, part, comments!);
  else if (comments) edit.set(comments.target, changed.text);
  else {
    const target = edit.freeName(`${folder}comments`, '.xml');
    edit.set(target, changed.text, ContentType.comments);
    addRelationship(edit, part, `${namespaces.relationships}/comments`, `/${target}`);
  }
  const root = outline(text, 1);
  const legacy = child(root, 'legacyDrawing');
  const drawing = legacy && relationshipOf(edit, part, ({ id }) => id === legacy.attributes.get('id'));
  const name = drawing?.target ?? edit.freeName(`${folder}drawings/vmlDrawing`, '.vml');
  const block = Number(/(\d{1,5})\.vml$/i.exec(name)?.[1] ?? 1);
  const boxes = changeNoteBoxes(
    drawing ? edit.text(drawing.target) : null,
    changed.removed,
    changed.put,
    sizesOf(text),
    block,
  );
  const edits = new XmlEdits(text);
  if (changed.text === null && !/<v:shape\s/.test(boxes)) {
    if (drawing) removePart(edit, part, drawing);
    if (legacy) edits.replace(legacy.start, legacy.end, '');
  } else {
    edit.set(name, boxes);
    if (!drawing) {
      edit.set(CONTENT_TYPES, withDefaultType(edit.text(CONTENT_TYPES) ?? '', 'vml', ContentType.vmlDrawing));
      const id = addRelationship(edit, part, `${namespaces.relationships}/vmlDrawing`, `/${name}`);
      const xml = withPrefix('<legacyDrawing ', root.prefix) + `xmlns:r="${namespaces.relationships}" r:id="${id}"/>`;
      edits.insertInOrder(root, 'legacyDrawing', WORKSHEET_ORDER, xml);
    }
  }
  return { text: edits.apply(), kept: changed.kept };
}

function relationshipOf(
  edit: PackageEdit,
  part: string,
  is: (relationship: Relationship) => boolean,
): Relationship | undefined {
  const found = [...readRelationships(edit.pkg, part).values()].find((each) => !each.isExternal && is(each));
  return found && edit.has(found.target) ? found : undefined;
}

/** Removes a part of a sheet and what leads to it; a sheet that leads to nothing any more has no such list. */
function removePart(edit: PackageEdit, sheet: string, { id, target }: Relationship): void {
  edit.remove(target);
  removeRelationship(edit, sheet, id);
  const list = relationshipsPart(sheet);
  const text = edit.text(list);
  if (text !== null && outline(text, 1).children.length === 0) edit.remove(list);
}
