import type { AdjustmentRule, CellRef, Dimension, Indicator, Issue, RuleRow, Scheme } from '../model';
import { normaliseText, splitLabel, tidyText } from '../values';
import { parseRow, rowId, type RowFault } from './parseRow';
import { schemeKind } from './schemeKind';

export interface ParsedRules {
  /** Schemes whose every row was understood, in the order of the rules. */
  readonly schemes: readonly Scheme[];
  /** Names of the schemes that cannot be scored until they are mended. */
  readonly unscored: readonly string[];
  /** What is readable of the unscored schemes, so that their columns and subjects are still recognised as theirs. */
  readonly broken: readonly Scheme[];
  /** R01, one for each bad row. */
  readonly issues: readonly Issue[];
}

class SchemeDraft {
  readonly dimensions: Dimension[] = [];
  readonly indicators: Indicator[] = [];
  readonly adjustments: AdjustmentRule[] = [];
  readonly rowOfId = new Map<string, RuleRow>();
  isBroken = false;

  constructor(readonly name: string) {}

  addDimension({ dimension }: RuleRow): void {
    const { name, points } = splitLabel(dimension.text);
    if (name === '') return;
    const at = this.dimensions.findIndex((known) => known.name === name);
    if (at < 0) this.dimensions.push({ name, statedMax: points, place: dimension.place });
    else if (points && !this.dimensions[at]!.statedMax) {
      this.dimensions[at] = { name, statedMax: points, place: dimension.place };
    }
  }

  build(origin: Scheme['origin']): Scheme {
    const { name, dimensions, indicators, adjustments } = this;
    return { name, kind: schemeKind(name), origin, dimensions, indicators, adjustments };
  }
}

function isEmptyRow(row: RuleRow): boolean {
  const { id, name, max, method, parameters } = row;
  return [id, name, max, method, parameters].every(({ text }) => normaliseText(text) === '');
}

function placeOf(row: RuleRow, cell: RuleRow['name']): CellRef | null {
  return cell.place ?? row.method.place ?? row.name.place ?? row.id.place;
}

/** The first wrong cell of a row is the leftmost on the sheet. */
function firstFault(row: RuleRow, faults: readonly RowFault[]): RowFault {
  const column = (fault: RowFault) => placeOf(row, fault.cell)?.column ?? 0;
  return faults.reduce((first, fault) => (column(fault) < column(first) ? fault : first));
}

/** Ids tell rows apart; where a table has none, equal names in two dimensions are told apart by these. */
function idOf(row: RuleRow, draft: SchemeDraft): string {
  const id = rowId(row);
  const isNamed = normaliseText(row.id.text) === '';
  return isNamed && draft.rowOfId.has(id) ? `${splitLabel(row.dimension.text).name}${id}` : id;
}

function duplicateFault(row: RuleRow, id: string, draft: SchemeDraft): RowFault | null {
  const first = id === '' ? undefined : draft.rowOfId.get(id);
  if (!first) return null;
  const cell = normaliseText(row.id.text) === '' ? row.name : row.id;
  const place = first.id.place ?? first.name.place;
  return { cell, reason: 'duplicateId', data: { id, first: place ? place.row + 1 : 0 } };
}

function addRow(row: RuleRow, draft: SchemeDraft): Issue | null {
  const id = idOf(row, draft);
  const duplicate = duplicateFault(row, id, draft);
  if (!duplicate) draft.rowOfId.set(id, row);
  const parsed = parseRow(row);
  const faults = [...(duplicate ? [duplicate] : []), ...(Array.isArray(parsed) ? (parsed as readonly RowFault[]) : [])];
  if (faults.length === 0) {
    if ('indicator' in parsed) {
      draft.addDimension(row);
      draft.indicators.push({ ...parsed.indicator, id });
    } else if ('adjustment' in parsed) draft.adjustments.push({ ...parsed.adjustment, id });
    return null;
  }
  draft.isBroken = true;
  const { cell, reason, data } = firstFault(row, faults);
  const rule = tidyText(row.name.text) || id;
  return {
    code: 'R01',
    variant: reason,
    subject: null,
    subjectName: null,
    scheme: draft.name,
    place: placeOf(row, cell),
    data: { rule, ...data },
  };
}

/**
 * A rule table (考核细则) to schemes; every row that cannot be read is one R01 at its first wrong cell, and its scheme
 * is unscored (specification, section 3).
 * @example parseRules(rows).schemes[0]?.name // "五好党委"
 */
export function parseRules(rows: readonly RuleRow[], origin: Scheme['origin'] = 'workbook'): ParsedRules {
  const drafts = new Map<string, SchemeDraft>();
  const issues: Issue[] = [];
  for (const row of rows) {
    if (isEmptyRow(row)) continue;
    const name = tidyText(row.scheme.text) || '考核方案';
    const draft = drafts.get(normaliseText(name)) ?? new SchemeDraft(name);
    drafts.set(normaliseText(name), draft);
    const issue = addRow(row, draft);
    if (issue) issues.push(issue);
  }
  const all = [...drafts.values()];
  const good = all.filter((draft) => !draft.isBroken);
  const bad = all.filter((draft) => draft.isBroken);
  return {
    schemes: good.map((draft) => draft.build(origin)),
    unscored: bad.map((draft) => draft.name),
    broken: bad.map((draft) => draft.build(origin)),
    issues,
  };
}
