import { unpack } from './packages';

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (xml: string) =>
  xml.replace(/&(?:#(\d+)|(\w+));/g, (all, code, name) =>
    code ? String.fromCharCode(Number(code)) : (NAMED[name] ?? all),
  );

/** Texts of the notes of a sheet by the address of their cell, read from the parts by other code than ours. */
export function notesIn(bytes: Uint8Array, sheet: string): Record<string, string> {
  const parts = unpack(bytes);
  const tags = [...parts['xl/workbook.xml']!.matchAll(/<(?:\w+:)?sheet [^>]*>/g)].map(([tag]) => unescaped(tag));
  const tag = tags.find((each) => each.includes(` name="${sheet}"`))!;
  const id = /r:id="([^"]*)"/.exec(tag)![1]!;
  const part = targets(parts, 'xl/workbook.xml').find((each) => each.id === id)!.target;
  const list = targets(parts, part).find(({ type }) => type.endsWith('/comments'));
  if (!list) return {};
  const comments = parts[list.target]!.matchAll(
    /<(?:\w+:)?comment [^>]*ref="([^"]*)"[^>]*>(.*?)<\/(?:\w+:)?comment>/gs,
  );
  return Object.fromEntries(
    [...comments].map(([, ref, body]) => [
      ref!,
      unescaped([...body!.matchAll(/<(?:\w+:)?t(?: [^>]*)?>(.*?)<\/(?:\w+:)?t>/gs)].map(([, text]) => text!).join('')),
    ]),
  );
}

function targets(parts: Record<string, string>, source: string) {
  const slash = source.lastIndexOf('/') + 1;
  const folder = source.slice(0, slash);
  const list = parts[`${folder}_rels/${source.slice(slash)}.rels`] ?? '';
  return [...list.matchAll(/<(?:\w+:)?Relationship [^>]*>/g)].map(([tag]) => {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    const target = attribute('Target');
    const path = target.startsWith('/') ? target.slice(1) : new URL(target, `http://x/${folder}`).pathname.slice(1);
    return { id: attribute('Id'), type: attribute('Type'), target: path };
  });
}
