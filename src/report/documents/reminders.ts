import type { Reminder } from '../../model';
import type { ReportSource } from '..';
import { openContext, type DocumentContext, type DocumentOptions } from './context';
import type { Debt } from './owing';
import { briefOf } from './problems';
import { dayText, daysFrom } from './words';

/**
 * 催办: for each unit one short text with all that it owes, since when and by when, ready to be copied into a message;
 * what a member owes goes to its branch. Units in roster order; none for a unit that owes nothing.
 */
export function reminders(source: ReportSource, options: DocumentOptions): Reminder[] {
  const context = openContext(source, options);
  return context.owing.map(({ name, debts }) => ({
    unit: name,
    count: debts.length,
    text: textFor(context, name, debts),
  }));
}

function textFor(context: DocumentContext, unit: string, debts: readonly Debt[]): string {
  const { words, asOf, due, issuer, locale, source } = context;
  const lines = debts.map(({ finding, member }, index) => {
    const brief = briefOf({ finding }, locale);
    return words(index === debts.length - 1 ? 'reminder.lastItem' : 'reminder.item', {
      number: index + 1,
      brief: member === null ? brief : words('reminder.member', { name: member, brief }),
      deadline: deadlineText(context, finding.deadline, source.assessment.asOf),
    });
  });
  return [
    words('reminder.opening', { unit, asOf, count: debts.length }),
    ...lines,
    words('reminder.closing', { due, issuer }),
  ].join('\n');
}

/** When it was due and how late it is; nothing for what is owed at once. */
function deadlineText({ words }: DocumentContext, deadline: string | null, asOf: string): string {
  if (deadline === null) return '';
  const days = daysFrom(deadline, asOf);
  const data = { day: dayText(deadline, words), days };
  return words(days > 0 ? 'reminder.deadline' : 'reminder.deadlineAhead', data);
}
