import { outline } from '../xml/outline';
import { XmlEdits, withPrefix } from '../xml/edits';
import { escapeXml } from '../xml/text';
import { PACKAGE_RELATIONSHIPS } from './namespaces';
import type { PackageEdit } from './packageEdit';
import { relationshipsPart } from './partNames';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const EMPTY = `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`;

/** Adds a relationship to a part and returns its id, which no other of the part has. */
export function addRelationship(edit: PackageEdit, source: string, type: string, target: string): string {
  const part = relationshipsPart(source);
  const text = edit.text(part) ?? EMPTY;
  const root = outline(text, 1);
  const taken = new Set(root.children.map((node) => node.attributes.get('Id')));
  let number = root.children.length + 1;
  while (taken.has(`rId${number}`)) number++;
  const edits = new XmlEdits(text);
  const xml = `<Relationship Id="rId${number}" Type="${type}" Target="${escapeXml(target)}"/>`;
  edits.append(root, withPrefix(xml, root.prefix));
  edit.set(part, edits.apply());
  return `rId${number}`;
}

/** Removes a relationship of a part by its id. */
export function removeRelationship(edit: PackageEdit, source: string, id: string): void {
  const part = relationshipsPart(source);
  const text = edit.text(part);
  if (text === null) return;
  const edits = new XmlEdits(text);
  for (const node of outline(text, 1).children) {
    if (node.attributes.get('Id') === id) edits.replace(node.start, node.end, '');
  }
  edit.set(part, edits.apply());
}
