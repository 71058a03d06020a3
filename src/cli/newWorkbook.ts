import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { checkRoster, newWorkbooks, type NewWorkbookWish, type Outcome, schemeNamed, startNewWorkbook } from '../app';
import { createWorkbook } from '../hosts/xlsx';
import { translate, type Locale } from '../i18n';
import type { NewWorkbookOptions } from './newWorkbookOptions';

/** What making new workbooks came to: sentences for the user, and whether there are any. */
export interface Made {
  readonly isMade: boolean;
  readonly said: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Makes the workbooks that the command line asks for and writes them.
 * @param outcome what the workbooks on the command line say; null without any
 * @param lists the rosters that were given: texts, or what a workbook says; null where none was
 */
export function makeWorkbooks(
  options: NewWorkbookOptions,
  period: string,
  outcome: Outcome | null,
  lists: { readonly units: string | Outcome | null; readonly members: string | null },
  locale: Locale,
): Made {
  const start = startNewWorkbook(outcome);
  const all = start.schemes.map(({ name }) => name);
  const own = start.schemes.filter(({ isOwn }) => isOwn).map(({ name }) => name);
  const wanted = [options.schemes, own, all].find(({ length }) => length > 0)!;
  const named = wanted.map((text) => [text, schemeNamed(start, text)] as const);
  const unknown = named.find(([, name]) => name === null);
  if (unknown) return refused(translate(locale, 'cli.new.noScheme', { scheme: unknown[0], all: all.join('、') }));
  const { units, members } = lists;
  const given = units !== null && typeof units !== 'string' ? startNewWorkbook(units) : start;
  const whole: NewWorkbookWish = {
    schemes: named.map(([, name]) => name!),
    period,
    groups: options.groups,
    units: typeof units === 'string' ? units : given.units,
    members: members ?? given.members,
    layout: options.perUnit === null ? 'one' : 'perUnit',
    self: options.self,
    peer: options.peer,
    registers: options.registers,
  };
  const wish = wanted === all ? { ...whole, schemes: fedBy(whole, locale) } : whole;
  const made = newWorkbooks(wish, outcome, locale);
  if ('problem' in made) return refused(made.problem);
  const { problems, schemes } = checkRoster(wish, outcome, locale);
  const said = schemes.map(({ name, subjects }) => translate(locale, 'cli.new.scheme', { scheme: name, subjects }));
  for (const { name, unit, changes } of made.books) {
    const path = unit === null ? options.out : join(options.perUnit!, `${name}.xlsx`);
    if (unit !== null) mkdirSync(options.perUnit!, { recursive: true });
    writeFileSync(path, createWorkbook(changes));
    said.push(translate(locale, 'cli.new.written', { path, sheets: changes.sheets.length }));
  }
  return { isMade: true, said, warnings: problems };
}

/** Of the default schemes those for which the lists have subjects; all of them for empty lists. */
function fedBy(wish: NewWorkbookWish, locale: Locale): readonly string[] {
  const fed = checkRoster(wish, null, locale).schemes.filter(({ subjects }) => subjects > 0);
  return fed.length > 0 ? fed.map(({ name }) => name) : wish.schemes;
}

/** Whether a roster is a workbook to be recognised and no text. */
export function isWorkbookPath(path: string): boolean {
  return /^\.(?:xlsx|xlsm|xls|xlsb|ods)$/i.test(extname(basename(path)));
}

function refused(problem: string): Made {
  return { isMade: false, said: [], warnings: [problem] };
}
