import type { ResultSheet, Scheme } from '../model';
import { COLORS } from '../report/looks';
import { amount, day, fromList, offered } from './entryRules';
import type { RosterSheet } from './rosterSheets';
import { tableSheet, type TableColumn } from './table';
import type { Texts } from './texts';
import { WORDS } from './words';

const SPARE = 16;
/** Characters that a drop-down of words holds. */
const MOST_CHARACTERS = 255;

/** 加分扣分: one row for each bonus, penalty or veto; 项目 is chosen among those of the schemes. */
export function adjustmentSheet(
  name: string,
  schemes: readonly Scheme[],
  given: { readonly period: string; readonly isMembers: boolean; readonly names: RosterSheet['names'] | null },
  texts: Texts,
): ResultSheet {
  const { period, isMembers, names } = given;
  const rule = names ? { rule: fromList(names, texts) } : {};
  const subject: TableColumn[] = isMembers
    ? [
        { title: WORDS.memberId, width: 10, look: 'centerWords' },
        { title: WORDS.person, width: 10, look: 'centerWords', ...rule },
        { title: WORDS.branch, width: 24, look: 'words' },
      ]
    : [{ title: WORDS.unit, width: 26, look: 'words', ...rule }];
  const items = itemsOf(schemes);
  const prompt = { title: WORDS.item, text: texts('prompt.item') };
  const { sheet } = tableSheet(
    {
      name,
      title: texts(isMembers ? 'title.memberAdjustments' : 'title.adjustments', { period }),
      info: texts('info.filled'),
      columns: [
        ...subject,
        { title: WORDS.item, width: 26, look: 'words', rule: offered(items, prompt) },
        { title: WORDS.times, width: 12, look: 'centerWords' },
        { title: WORDS.points, width: 8, look: 'center', rule: amount(texts) },
        { title: WORDS.basis, width: 28, look: 'text' },
        { title: WORDS.date, width: 12, look: 'date', rule: day(texts) },
        { title: WORDS.note, width: 12, look: 'text' },
      ],
      rows: [],
      spare: SPARE,
      notes: [texts('note.adjustments'), ...schemes.map((scheme) => listOf(scheme, texts))],
      orientation: 'landscape',
      frozen: subject.length,
      canAddRows: true,
      tabColor: COLORS.tab.gaps,
    },
    texts,
  );
  return sheet;
}

/** Names of the bonuses, penalties and vetoes, each once; their ids where the names are too long for a list. */
function itemsOf(schemes: readonly Scheme[]): string[] {
  const rules = schemes.flatMap(({ adjustments }) => adjustments);
  const names = [...new Set([...rules.map(({ name }) => name), WORDS.grade])];
  const fits = names.join(',').length <= MOST_CHARACTERS && names.every((name) => !name.includes(','));
  return fits ? names : [...new Set([...rules.map(({ id }) => id), WORDS.grade])];
}

function listOf({ name, adjustments }: Scheme, texts: Texts): string {
  const items = adjustments.map(({ id, name: item }) => (id === item ? item : `${id}${item}`));
  return texts('note.items', { scheme: name, items: items.join(texts('word.comma')) });
}
