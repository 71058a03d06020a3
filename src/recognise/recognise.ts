import { findLevel, parsePeriod } from '../values';
import { defaultSchemes, parseParameters, parseRules, type ParsedParameters } from '../rules';
import type {
  AdjustmentEntry,
  Assessment,
  Corrections,
  IsoDate,
  Issue,
  Organization,
  ParameterRow,
  Period,
  Scheme,
  SchemeAssessment,
  RuleRow,
  SchemeParameters,
  WorkbookSnapshot,
} from '../model';
import { bindAll, type SchemePlan } from './bindAll';
import { readAdjustments } from './adjustmentsTable';
import { assignTables, type Assignment } from './assignTables';
import { CorrectionBook } from './corrections/book';
import { NameBook } from './corrections/nameBook';
import { noteUse } from './corrections/noteUse';
import { groupBySuperior } from './groupBySuperior';
import { findOtherYears, periodOfWorkbooks, withoutOtherPeriods } from './periods';
import type { TableReading } from './classify';
import { withYoungExempt } from './exempt';
import { withExtraPoints } from './extraPoints';
import { findFormulaTexts } from './formulaTexts';
import { checkRuleMarks } from './fullMarks';
import { readMembers, readOrganizations } from './people';
import { readRegister } from './registersTable';
import { parameterRows, refAt, ruleRows } from './ruleTables';
import { sheetReadings } from './sheetReadings';
import type { SchemeBinding } from './binding';
import { Registry } from './subjects';
import { Superiors } from './superiors';
import { withFeeds } from './withFeeds';
import { listSheets, readTables, type SheetEntry } from './tables';

/** What a person or the command line decides over the workbooks. */
export interface RecogniseOptions {
  /** The day of the run. */
  readonly today: IsoDate;
  readonly asOf?: IsoDate;
  readonly period?: string;
  /** What people have corrected, here or in an earlier file of this layout. */
  readonly corrections?: Corrections;
  /** What people have corrected in other files: it counts where it fits, and is not missed where it does not. */
  readonly known?: Corrections;
}

/**
 * What a set of workbooks says: sheets by their content, schemes, subjects and the cells of their scores, registers,
 * and everything odd that was met on the way (specification, sections 2, 3, 9 and 12). Several workbooks count as one.
 */
export function recognise(workbooks: readonly WorkbookSnapshot[], options: RecogniseOptions): Assessment {
  const issues: Issue[] = [];
  const book = new CorrectionBook(options.corrections, options.known);
  const entries = listSheets(workbooks);
  const rules = readRules(entries, book, issues);
  const { schemes, vocabulary } = rules;
  const parametersRead = of(rules.tables, 'parameters').flatMap(parameterRows);
  const tables = ofAssessedPeriod(entries, rules.tables, schemes, parametersRead, options, issues);
  for (const table of of(tables, 'rules')) checkRuleMarks(table, rules.readable, issues);

  const organizationsRead = readOrganizations(of(tables, 'roster'), issues);
  const superiors = new Superiors(organizationsRead);
  const members = readMembers(of(tables, 'members'), superiors, issues);
  const registry = new Registry(organizationsRead, members, superiors, new NameBook(book));
  const assignment = assignTables(tables, schemes, vocabulary, registry, of(tables, 'rules').length > 0, issues);
  const allSchemes = [...schemes, ...assignment.tableSchemes];
  const parameters = parseParameters(parametersRead, allSchemes);
  issues.push(...parameters.issues);

  const unscored = new Set([...rules.unscored, ...vetoFaults(schemes, parameters, rules.rows, issues)]);
  const settled = settle(entries, tables, parameters, allSchemes, assignment, options);
  const organizations = withYoungExempt(
    organizationsRead.map((o, index) => ({ ...o, above: superiors.ofOrganization(index) })),
    allSchemes,
    (s) => parameters.for(s.name, s.kind),
    settled.period,
  );
  registry.organizations = organizations;
  const plans = bindAll(assignment, allSchemes, vocabulary, registry, entries, issues);
  const assessed = plans.filter((plan) => plan.hasScores && !unscored.has(plan.binding.scheme.name));
  findStrangers(assignment, plans, registry, issues);
  const registers = of(tables, 'register').map((table) => readRegister(table, registry, issues));
  findFormulaTexts(entries, tables, registry, issues);
  const sheets = sheetReadings({ workbooks, entries, tables, assignment, plans, schemes: allSchemes, vocabulary });
  noteUse(book, tables, schemes, vocabulary);
  return {
    workbooks,
    sheets,
    period: settled.period,
    asOf: settled.asOf,
    graceDays: settled.parameters.graceDays,
    organizations,
    schemes: withFeeds(assessed.map((plan) => schemeAssessment(plan, tables, organizations, parameters, issues))),
    unscoredSchemes: [...unscored],
    registers,
    ruleRows: rules.rows,
    parameterRows: parametersRead,
    issues,
    knownSchemes: allSchemes,
    unmatched: registry.unmatched,
    corrections: book.uses(),
  };
}

function of(tables: readonly TableReading[], role: TableReading['role']): TableReading[] {
  return tables.filter((table) => table.role === role);
}

/** Rule tables first, by the default schemes' words; then all tables by the words of the schemes in force. */
function readRules(entries: readonly SheetEntry[], book: CorrectionBook, issues: Issue[]) {
  const defaults = defaultSchemes();
  const first = readTables(entries, defaults, book);
  const rows = of(first.tables, 'rules').flatMap(ruleRows);
  const parsed = parseRules(rows);
  issues.push(...parsed.issues);
  const own = [...parsed.schemes, ...parsed.broken];
  const taken = new Set(own.map((scheme) => scheme.name));
  const schemes = [...orderAsWritten(own, rows), ...defaults.filter((scheme) => !taken.has(scheme.name))];
  const { tables, vocabulary } = own.length > 0 ? readTables(entries, schemes, book) : first;
  return { tables, vocabulary, schemes, rows, unscored: parsed.unscored, readable: parsed.schemes };
}

function orderAsWritten(schemes: readonly Scheme[], rows: readonly { scheme: { text: string } }[]): Scheme[] {
  const firstRow = (scheme: Scheme) =>
    rows.findIndex(
      (row) =>
        row.scheme.text.normalize('NFKC').replace(/\s/g, '') === scheme.name.normalize('NFKC').replace(/\s/g, ''),
    );
  return [...schemes].sort((a, b) => firstRow(a) - firstRow(b));
}

/** Without a roster a bonus or penalty of somebody whom no score sheet knows is nobody's (D04). */
function findStrangers(
  assignment: Assignment,
  plans: readonly SchemePlan[],
  registry: Registry,
  issues: Issue[],
): void {
  for (const [table, rows] of assignment.adjustmentRows) {
    for (const { row, entity } of rows) {
      if (entity.space !== 'free' || plans.some((plan) => plan.binding.subject(entity) >= 0)) continue;
      const name = registry.name(entity);
      const place = refAt(table, row, (table.unit ?? table.person ?? table.id)!);
      registry.report(name, null, table.person !== null, null, place, issues);
    }
  }
}

/** Vetoes that name a grade which 等次 does not have: R01, and their scheme is not scored until that is mended. */
function vetoFaults(
  schemes: readonly Scheme[],
  parsed: ParsedParameters,
  rows: readonly RuleRow[],
  issues: Issue[],
): string[] {
  const faulty = new Set<string>();
  for (const { name, kind, adjustments } of schemes) {
    const grades = parsed.for(name, kind).grades.map((grade) => grade.name);
    for (const { effect, name: rule, place } of adjustments) {
      // A default veto means the grades by rank, whatever they are called.
      if (place === null || !effect || effect.type === 'drop' || findLevel(effect.grade, grades) >= 0) continue;
      faulty.add(name);
      const data = { rule, text: effect.grade, options: grades.join('、') };
      const row = rows.find((r) => r.name.place?.sheet === place.sheet && r.name.place.row === place.row);
      issues.push({
        code: 'R01',
        variant: 'unknownGrade',
        subject: null,
        subjectName: null,
        scheme: name,
        place: row?.parameters.place ?? place,
        data,
      });
    }
  }
  return [...faulty];
}

/** Period and as-of date: what a person says, else a parameter, else the titles, else the latest date (section 9). */
function settle(
  entries: readonly SheetEntry[],
  tables: readonly TableReading[],
  parsed: ParsedParameters,
  schemes: readonly Scheme[],
  assignment: Assignment,
  options: RecogniseOptions,
): { period: Period | null; asOf: IsoDate; parameters: SchemeParameters } {
  const main = schemes.find((_, index) => assignment.members.has(index)) ?? schemes[0]!;
  const parameters = parsed.for(main.name, main.kind);
  const given = options.period ?? parameters.period;
  const period = given === undefined || given === null ? periodOfWorkbooks(entries, tables) : periodNamed(given);
  return { period, asOf: options.asOf ?? parameters.asOf ?? options.today, parameters };
}

/** The tables of the assessed period; those that name another year are said (D12). */
function ofAssessedPeriod(
  entries: readonly SheetEntry[],
  tables: readonly TableReading[],
  schemes: readonly Scheme[],
  rows: readonly ParameterRow[],
  options: RecogniseOptions,
  issues: Issue[],
): readonly TableReading[] {
  const parsed = parseParameters(rows, schemes);
  const written = schemes.map(({ name, kind }) => parsed.for(name, kind).period).find((text) => text !== null);
  const given = options.period ?? written ?? null;
  const period = given === null ? periodOfWorkbooks(entries, tables) : periodNamed(given);
  const read = withoutOtherPeriods(tables, period);
  findOtherYears(tables, read, period, issues);
  return read;
}

/** A period given by name keeps its wording; one that cannot be understood has no days. */
function periodNamed(text: string): Period | null {
  const period = parsePeriod(text);
  return period ? { ...period, text: text.trim() } : null;
}

function schemeAssessment(
  plan: SchemePlan,
  tables: readonly TableReading[],
  organizations: readonly Organization[],
  parsed: ParsedParameters,
  issues: Issue[],
): SchemeAssessment {
  const { binding } = plan;
  const sheets = of(tables, 'adjustments');
  const { scheme, entries } = withExtraPoints(binding, sheets.length > 0 ? [] : binding.extras);
  const adjustments: AdjustmentEntry[] = [...entries];
  for (const table of sheets) adjustments.push(...readAdjustments(binding, plan.rowsOf(table), issues));
  const sources = Object.fromEntries(
    [...binding.givenSources]
      .filter(([, builder]) => !builder.isEmpty)
      .map(([source, builder]) => [source, builder.build()]),
  );
  const parameters = parsed.for(scheme.name, scheme.kind);
  checkWeights(binding, parameters, parsed, issues);
  return {
    scheme,
    parameters,
    subjects: groupBySuperior(binding.subjects, organizations, parameters.groupBy),
    sources,
    tableTotals: binding.tableTotals,
    ...(binding.tableTotals ? { pendingParts: binding.pending } : {}),
    writtenTotals: binding.writtenTotals,
    adjustments,
    resultColumns: binding.resultColumns,
  };
}

const WEIGHT_KEYS = { self: '权重.自评', peer: '权重.民主评议', superior: '权重.上级考核' } as const;

/** R02: every source that has values weighs 0, so that nobody can have a total; at the value of such a weight. */
function checkWeights(
  { scheme, givenSources, isFilled }: SchemeBinding,
  { weights }: SchemeParameters,
  parsed: ParsedParameters,
  issues: Issue[],
): void {
  const codes = [...givenSources].filter(([, builder]) => builder.hasValue(isFilled)).map(([code]) => code);
  if (codes.length === 0 || codes.some((code) => weights[code].n > 0n)) return;
  const places = codes.map((code) => parsed.placeOf(scheme.name, WEIGHT_KEYS[code]));
  issues.push({
    code: 'R02',
    variant: 'noWeight',
    subject: null,
    subjectName: null,
    scheme: scheme.name,
    place: places.find((place) => place !== null) ?? null,
    data: { parameter: codes.map((code) => WEIGHT_KEYS[code]).join('、') },
  });
}
