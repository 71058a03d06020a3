import type { CellNote } from '../../../model';
import { noteKey } from './commentsXml';
import { noteAnchor, type sizesOf } from './noteBoxes';

const NOTE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** A drawing without shapes; each sheet has a block of 1,024 numbers of shapes for itself. */
function emptyDrawing(block: number): string {
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">' +
    `<o:idmap v:ext="edit" data="${block}"/></o:shapelayout>${NOTE_TYPE}</xml>`
  );
}

/**
 * The legacy drawing of a sheet with the boxes of its notes: those of `removed` cells are taken out, new ones added.
 * Boxes are found by the cell that they name: programs give them other ids when they save. Such drawings are no
 * well-formed XML in all programs, so they are cut by their shapes.
 * @param block number of a new drawing, from 1
 */
export function changeNoteBoxes(
  text: string | null,
  removed: ReadonlySet<string>,
  notes: readonly CellNote[],
  sizes: ReturnType<typeof sizesOf>,
  block: number,
): string {
  const shapes = /\s*<v:shape\s[\s\S]*?<\/v:shape>/g;
  const cleared = (text ?? emptyDrawing(block)).replace(shapes, (shape) => (isNoteOf(shape, removed) ? '' : shape));
  if (notes.length === 0) {
    const isUsed = cleared.includes('type="#_x0000_t202"');
    return isUsed ? cleared : cleared.replace(NOTE_TYPE, '');
  }
  const typed = cleared.includes('id="_x0000_t202"') ? cleared : insertBefore(cleared, NOTE_TYPE);
  const used = [...typed.matchAll(/_x0000_s(\d{1,9})/g)].map(([, number]) => Number(number));
  const first = Math.max(1024 * block, ...used.slice(0, 50_000)) + 1;
  return insertBefore(typed, notes.map((note, i) => shapeXml(note, first + i, sizes)).join(''));
}

function isNoteOf(shape: string, cells: ReadonlySet<string>): boolean {
  if (!shape.includes('ObjectType="Note"')) return false;
  const [row, column] = ['Row', 'Column'].map((name) => new RegExp(`<x:${name}>\\s*(\\d+)`).exec(shape)?.[1]);
  return cells.has(noteKey({ row: Number(row), column: Number(column) }));
}

function insertBefore(text: string, xml: string): string {
  const open = text.replace(/\/>\s*$/, '></xml>');
  const end = open.lastIndexOf('</xml>');
  return open.slice(0, end) + xml + open.slice(end);
}

function shapeXml(note: CellNote, number: number, sizes: ReturnType<typeof sizesOf>): string {
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" ` +
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>' +
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>' +
    '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${noteAnchor(note, sizes).join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${note.row}</x:Row><x:Column>${note.column}</x:Column></x:ClientData></v:shape>`
  );
}
