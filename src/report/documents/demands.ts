import { paragraph, type Section } from './blocks';
import type { DocumentContext } from './context';
import { matterOf, MATTERS } from './owing';

/**
 * 整改要求: what is asked of whom by when, one line for each kind of thing that somebody owes; `opening` says where the
 * units are listed.
 */
export function demandSection(context: DocumentContext, opening: string): Section {
  const { words, owing, issuer, due, source } = context;
  const owed = new Set(owing.flatMap(({ debts }) => debts.map(({ finding }) => matterOf(finding))));
  const demands = MATTERS.filter((matter) => owed.has(matter)).map((matter) => words(`demand.${matter}`, { issuer }));
  if (source.result.schemes.some(({ attained }) => attained.includes(0))) {
    demands.push(words('demand.attainment', { issuer }));
  }
  const items = demands.map((text, index) => {
    const item = words('number.item', { number: index + 1, text });
    return paragraph('item', index === demands.length - 1 ? stopped(item, context) : item);
  });
  if (items.length === 0) {
    const text = words('demands.closingOther', { due, issuer });
    return { heading: words('demands.headingOther'), blocks: [paragraph('body', text)] };
  }
  const closing = paragraph('body', words('bulletin.closing', { due, issuer }));
  return { heading: words('demands.heading'), blocks: [paragraph('body', opening), ...items, closing] };
}

/** The last line of a list ends with a full stop. */
function stopped(text: string, { words }: DocumentContext): string {
  return text.replace(/[；;。.]$/u, '') + words('word.stop');
}
