import type { Finding, Register, RegisterField, RegisterLayout } from '../model';
import type { Context } from './context';
import { say } from './say';
import { both } from './words';

/** Kinds of registers (台账); `beside` is a layout that may hold the kind in columns of its own. */
const KINDS: readonly { layout: RegisterLayout; beside?: { layout: RegisterLayout; field: RegisterField } }[] = [
  { layout: 'plans', beside: { layout: 'measures', field: 'plan' } },
  { layout: 'measures', beside: { layout: 'plans', field: 'measures' } },
  { layout: 'bonds' },
  { layout: 'contacts' },
  { layout: 'info' },
  { layout: 'materials' },
  { layout: 'records' },
  { layout: 'rectify' },
  { layout: 'funds' },
];

/** Where some registers are there, each kind that is absent is one finding (G00), not one for each unit. */
export function registerGaps({ assessment: { registers } }: Context): Finding[] {
  if (registers.length === 0) return [];
  const holds = (layout: RegisterLayout, beside?: { layout: RegisterLayout; field: RegisterField }) =>
    registers.some(
      (register: Register) =>
        register.layout === layout ||
        (register.layout === beside?.layout && register.columns[beside.field] !== undefined),
    );
  return KINDS.filter(({ layout, beside }) => !holds(layout, beside)).map(({ layout }) =>
    say({
      code: 'G00',
      variant: 'absent',
      about: null,
      place: null,
      data: { register: both(`findings.register.${layout}`), duties: both(`findings.duties.${layout}`) },
    }),
  );
}
