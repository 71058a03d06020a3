import type { ZipPackage } from '../package/zipPackage';
import { Token, type XmlScanner } from '../xml/scanner';
import { detached, unescapeCell } from '../xml/text';

/** Collects the text of `<si>` and `<is>` elements: plain or rich runs, without phonetic readings (`rPh`). */
export class StringItemReader {
  private text = '';
  private isInText = false;
  private phoneticDepth = 0;

  start(): void {
    this.text = '';
    this.isInText = false;
    this.phoneticDepth = 0;
  }

  /** Takes a token inside the item. */
  take(token: number, scanner: XmlScanner): void {
    if (token === Token.text) {
      if (this.isInText && this.phoneticDepth === 0) this.text += scanner.textValue();
    } else if (scanner.is('t')) this.isInText = token === Token.open && !scanner.isEmpty;
    else if (scanner.is('rPh') && !scanner.isEmpty) this.phoneticDepth += token === Token.open ? 1 : -1;
  }

  finish(): string {
    return unescapeCell(this.text);
  }
}

/** The shared strings of a workbook, in their order; none when the part is missing. */
export function readSharedStrings(pkg: ZipPackage, part: string | null): string[] {
  const strings: string[] = [];
  if (part === null || !pkg.has(part)) return strings;
  const item = new StringItemReader();
  let isInItem = false;
  pkg.stream(part, (scanner) => {
    for (let token = scanner.next(); token !== Token.none; token = scanner.next()) {
      if (scanner.depth === 1 && token !== Token.text && scanner.is('si')) {
        if (token === Token.open) item.start();
        isInItem = token === Token.open && !scanner.isEmpty;
        if (!isInItem) strings.push(detached(item.finish()));
      } else if (isInItem) item.take(token, scanner);
    }
  });
  return strings;
}
