import { FileError } from '../fileError';
import { Token, XmlScanner } from './scanner';
import { unescapeXml } from './text';

/** An element and where it stands in its text. */
export interface XmlNode {
  readonly name: string;
  /** Prefix with colon, or "". */
  readonly prefix: string;
  readonly start: number;
  /** End of its opening tag. */
  readonly openEnd: number;
  /** Start of its closing tag; equal to `openEnd` in an empty element. */
  innerEnd: number;
  end: number;
  readonly isEmpty: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
}

function nodeAt(scanner: XmlScanner): XmlNode {
  const attributes = new Map<string, string>();
  const { source, attributes: slots } = scanner;
  for (let slot = 0; slot < scanner.attributeCount * 4; slot += 4) {
    const name = source.slice(slots[slot], slots[slot + 1]);
    if (!attributes.has(name)) attributes.set(name, unescapeXml(source.slice(slots[slot + 2], slots[slot + 3])));
  }
  return {
    name: scanner.name,
    prefix: scanner.prefix,
    start: scanner.start,
    openEnd: scanner.end,
    innerEnd: scanner.end,
    end: scanner.end,
    isEmpty: scanner.isEmpty,
    attributes,
    children: [],
  };
}

/**
 * Root element of a text with its descendants down to a depth (1: the children of the root).
 * @throws FileError "badXml" when there is no root.
 */
export function outline(text: string, depth: number): XmlNode {
  const scanner = new XmlScanner(text);
  const open: XmlNode[] = [];
  let root: XmlNode | null = null;
  for (let token = scanner.next(); token !== Token.none; token = scanner.next()) {
    if (token === Token.text || scanner.depth > depth) continue;
    if (token === Token.close) {
      const node = open.pop();
      if (!node) continue;
      node.innerEnd = scanner.start;
      node.end = scanner.end;
      continue;
    }
    const node = nodeAt(scanner);
    root ??= node;
    open.at(-1)?.children.push(node);
    if (!node.isEmpty) open.push(node);
  }
  if (!root) throw new FileError('badXml');
  return root;
}

/** First child of a name. */
export function child(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((at) => at.name === name);
}
