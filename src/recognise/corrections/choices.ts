import type { Choice, RegisterField, RegisterLayout, ScoreLayout, SheetRole } from '../../model';
import { REGISTER_SIGNS, REGISTER_WORDS } from '../registerWords';
import { VOTE_LEVELS, type HeaderField } from '../words';

const SUBJECT: readonly HeaderField[] = ['unit', 'person', 'id', 'branch', 'group'];
const RESULTS: readonly HeaderField[] = ['rank', 'grade', 'award', 'attained', 'plus', 'minus'];
const OTHERS: readonly HeaderField[] = ['max', 'standard', 'note'];
/** Fields that the columns of a table can be, by its role. */
const FIELDS: Readonly<Record<SheetRole, readonly HeaderField[]>> = {
  rules: [
    'scheme',
    'dimension',
    'indicatorId',
    'indicator',
    'max',
    'method',
    'parameters',
    'origin',
    'nature',
    'standard',
    'note',
  ],
  parameters: ['scheme', 'parameters', 'value', 'note'],
  roster: [
    'id',
    'unit',
    'alias',
    'parent',
    'kind',
    'group',
    'secretary',
    'memberCount',
    'founded',
    'takesPart',
    'leader',
    'note',
  ],
  members: ['id', 'person', 'branch', 'class', 'group', 'takesPart', 'note'],
  scores: [...SUBJECT, 'total', 'score', 'subtotal', ...RESULTS, ...OTHERS],
  votes: [...SUBJECT, 'ballot', 'attendance', 'total', 'note'],
  adjustments: [...SUBJECT, 'item', 'times', 'score', 'grade', 'basis', 'date', 'note'],
  register: ['unit', 'id', 'note'],
  results: [],
  other: [...SUBJECT, 'total', 'score', 'indicator', 'note'],
};
const FORM: readonly HeaderField[] = ['dimension', 'indicator', 'indicatorId', 'score', 'raw', ...OTHERS];

/** A choice without its source and values, as a list offers it. */
const field = (name: HeaderField): Choice => ({ kind: 'field', name });

/** What a column of a table can be said to be besides an indicator or a dimension, the likeliest first. */
export function columnChoices(role: SheetRole, layout: ScoreLayout | RegisterLayout | null): readonly Choice[] {
  const choices: Choice[] = [{ kind: 'ignore', name: '' }];
  if (role === 'scores' && layout === 'form') return [...choices, ...FORM.map(field)];
  if (role === 'scores' && layout === 'long') return [...choices, ...SUBJECT.map(field), ...FORM.map(field)];
  choices.push(...FIELDS[role].map(field));
  if (role === 'votes') {
    const levels = [...VOTE_LEVELS.keys(), -1];
    choices.push(...levels.map((level): Choice => ({ kind: 'level', name: String(level) })), {
      kind: 'rater',
      name: '',
    });
  }
  if (role === 'register') choices.push(...registerChoices(layout as RegisterLayout));
  return choices;
}

/** The fields of a register: those that tell it first. */
function registerChoices(layout: RegisterLayout): Choice[] {
  const own = REGISTER_SIGNS[layout].fields;
  const all = (Object.keys(REGISTER_WORDS) as RegisterField[]).filter((name) => name !== 'unit');
  const ordered = [...own, ...all.filter((name) => !own.includes(name))];
  const months = layout === 'info' ? Array.from({ length: 12 }, (_, k) => String(k + 1)) : [];
  return [
    ...months.map((name): Choice => ({ kind: 'month', name })),
    ...ordered.map((name): Choice => ({ kind: 'register', name })),
  ];
}
