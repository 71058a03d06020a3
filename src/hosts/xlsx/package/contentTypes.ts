import { outline } from '../xml/outline';
import { XmlEdits, withPrefix } from '../xml/edits';
import { escapeXml } from '../xml/text';

/** Name of the part that gives each part its content type. */
export const CONTENT_TYPES = '[Content_Types].xml';

/** Content types of the parts that we write. */
export const ContentType = {
  worksheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
  styles: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
} as const;

function samePart(partName: string | undefined, part: string): boolean {
  return partName?.replace(/^\/+/, '').toLowerCase() === part.toLowerCase();
}

/** Content types with that of one part set. */
export function withContentType(text: string, part: string, type: string): string {
  const root = outline(text, 1);
  const edits = new XmlEdits(text);
  const existing = root.children.find(
    (node) => node.name === 'Override' && samePart(node.attributes.get('PartName'), part),
  );
  if (existing?.attributes.get('ContentType') === type) return text;
  if (existing) edits.attribute(existing, 'ContentType', type);
  else edits.append(root, withPrefix(`<Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`, root.prefix));
  return edits.apply();
}

/** Content types without an entry for a part; defaults by file ending stay. */
export function withoutContentType(text: string, part: string): string {
  const edits = new XmlEdits(text);
  for (const node of outline(text, 1).children) {
    if (node.name === 'Override' && samePart(node.attributes.get('PartName'), part))
      edits.replace(node.start, node.end, '');
  }
  return edits.apply();
}

/** Content types in which relationship parts have theirs, which some foreign packages forget. */
export function withRelationshipType(text: string): string {
  return withDefaultType(text, 'rels', 'application/vnd.openxmlformats-package.relationships+xml');
}

/** Content types in which parts with a file ending have one, if they have none yet. */
export function withDefaultType(text: string, extension: string, type: string): string {
  const root = outline(text, 1);
  const isThere = root.children.some(
    (node) => node.name === 'Default' && node.attributes.get('Extension')?.toLowerCase() === extension,
  );
  if (isThere) return text;
  const edits = new XmlEdits(text);
  edits.append(root, withPrefix(`<Default Extension="${extension}" ContentType="${type}"/>`, root.prefix));
  return edits.apply();
}
