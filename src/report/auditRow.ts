import { absoluteRange, type CellStyle, type OutValue } from '../model';
import { GRADE_STEP, MOST_RANK_FORMULAS, type AddedUp, type AuditLine } from './auditLines';
import type { AuditPlan, PlacedGroup } from './auditPlan';
import { across, cellAt, down, formula, literal, rounded, type Span } from './formulas';
import { LOOKS } from './looks';
import { gradeName } from './schemeView';

/** Rows of the sheet that formulas refer to. */
export interface AuditPlaces {
  /** Row of weights and caps. */
  readonly parameters: number;
  /** Grades from the lowest up, and below them their lower bounds; null where they find no room. */
  readonly bands: { readonly names: number; readonly bounds: number; readonly columns: Span } | null;
}

/** The cells of a row, and those that look otherwise than their column. */
export interface AuditRow {
  readonly cells: readonly OutValue[];
  readonly looks: ReadonlyMap<number, CellStyle>;
}

/** The row of the `index`-th subject of a group: formulas where they give our value, else the value itself. */
export function auditRow(
  plan: AuditPlan,
  places: AuditPlaces,
  group: PlacedGroup,
  index: number,
  lines: ReadonlyMap<number, AuditLine>,
  notes: ReadonlyMap<number, string>,
): AuditRow {
  const row = new RowWriter(plan, places, group, index, lines.get(group.subjects[index]!)!);
  row.names(notes);
  row.scores();
  row.total();
  row.grade();
  row.place();
  return row;
}

class RowWriter implements AuditRow {
  readonly cells: OutValue[];
  readonly looks = new Map<number, CellStyle>();
  private readonly row: number;
  private readonly sources: Span;

  constructor(
    private readonly plan: AuditPlan,
    private readonly places: AuditPlaces,
    private readonly group: PlacedGroup,
    private readonly index: number,
    private readonly line: AuditLine,
  ) {
    const { workings, at, columns } = plan;
    this.cells = Array<OutValue>(columns.length).fill(null);
    this.row = group.first + index;
    this.sources = { from: at(workings[0]!.code), to: at(workings.at(-1)!.code) };
  }

  private set(key: string, value: OutValue): void {
    const column = this.plan.at(key);
    if (column >= 0) this.cells[column] = value;
  }

  /** A result that no formula gives; the note says why. */
  private give(key: string, value: OutValue, look: CellStyle): void {
    this.set(key, value);
    this.looks.set(this.plan.at(key), look);
  }

  private cell(key: string, row = this.row): string {
    return cellAt(this.plan.at(key), row);
  }

  private parameter(key: string): string {
    return cellAt(this.plan.at(key), this.places.parameters, true);
  }

  names(notes: ReadonlyMap<number, string>): void {
    const { view } = this.plan;
    const { subject } = this.line;
    const { name, group } = view.scheme.subjects[subject]!;
    this.set('name', name);
    this.set('group', group ?? '');
    this.set('note', notes.get(subject) ?? '');
  }

  scores(): void {
    const { workings, evidence } = this.plan;
    for (const { code, trimsExtremes } of workings) {
      const { origin, value } = this.line.scores.get(code)!;
      const own = evidence.filter(({ source }) => source.code === code);
      for (const { key } of own) this.set(key, origin.kind === 'votes' || origin.kind === 'raters' ? null : '—');
      if (origin.kind === 'reference') this.set(code, formula(origin.cell, value));
      else if (origin.kind === 'votes' || origin.kind === 'raters') {
        const kind = origin.kind === 'votes' ? 'vote' : 'rater';
        const columns = own.filter((line) => line.kind === kind).map(({ key }) => this.plan.at(key));
        origin.numbers.forEach((number, i) => (this.cells[columns[i]!] = Number.isNaN(number) ? '—' : number));
        const span = { from: columns[0]!, to: columns.at(-1)! };
        this.set(code, formula(this.meanOf(kind, span, trimsExtremes), value));
      } else this.set(code, Number.isNaN(value) ? '—' : value);
    }
  }

  /** Σ weight·count / Σ count of votes, or the mean of raters, without one highest and one lowest of more than five. */
  private meanOf(kind: 'vote' | 'rater', span: Span, trims: boolean): string {
    const cells = across(span, this.row);
    if (kind === 'vote') return `SUMPRODUCT(${across(span, this.places.parameters, true)},${cells})/SUM(${cells})`;
    const mean = `AVERAGE(${cells})`;
    return trims
      ? `IF(COUNT(${cells})>5,(SUM(${cells})-MAX(${cells})-MIN(${cells}))/(COUNT(${cells})-2),${mean})`
      : mean;
  }

  total(): void {
    const { base, bonus, penalty, vetoPenalty, total, given } = this.line;
    if (base === null) {
      for (const key of ['base', 'total', 'judged', 'byBand', 'grade', 'rank']) this.set(key, '—');
      return;
    }
    this.set('base', formula(this.baseOf(), base));
    this.set('bonus', this.added(bonus, this.parameter('bonus')));
    this.set('penalty', this.added(penalty, null));
    this.set('vetoPenalty', vetoPenalty);
    if (given.has('total')) this.give('total', total, LOOKS.givenStrong);
    else this.set('total', formula(this.totalOf(true), total));
  }

  /** Weighted mean of the scores that there are: a missing one is a text, which neither sum counts. */
  private baseOf(): string {
    const scores = across(this.sources, this.row);
    if (this.sources.from === this.sources.to) return scores;
    const weights = across(this.sources, this.places.parameters, true);
    return `SUMPRODUCT(${weights},${scores})/SUMIF(${scores},">=0",${weights})`;
  }

  /** Terms as they are added up, at most `cap`. */
  private added({ terms, sum }: AddedUp, cap: string | null): OutValue {
    if (terms.length === 0) return 0;
    const added = terms.map(literal).join('+');
    if (cap !== null) return formula(`MIN(${added},${cap})`, sum);
    return terms.length === 1 ? sum : formula(added, sum);
  }

  /** max(0, base + bonus − penalty), at most 总分上限, less what vetoes take. */
  private totalOf(withBonus: boolean): string {
    const { totalCap } = this.plan.view.scheme.parameters;
    const sum = `${this.cell('base')}${withBonus ? `+${this.cell('bonus')}` : ''}-${this.cell('penalty')}`;
    const least = `MAX(0,${sum})`;
    const capped = totalCap ? `MIN(${this.parameter('total')},${least})` : least;
    const veto = this.plan.at('vetoPenalty') < 0 ? capped : `MAX(0,${capped}-${this.cell('vetoPenalty')})`;
    return rounded(veto);
  }

  grade(): void {
    const { base, judged, byBand, given, subject } = this.line;
    const { view, at } = this.plan;
    const { bands } = this.places;
    if (base === null) return;
    if (at('judged') >= 0) this.set('judged', formula(this.totalOf(false), judged));
    const name = gradeName(view, subject) ?? '—';
    const computed = view.scheme.parameters.grades[byBand]?.name ?? '—';
    if (bands) {
      const judgedAt = this.cell(at('judged') >= 0 ? 'judged' : 'total');
      const [bounds, names] = [bands.bounds, bands.names].map((row) => held(bands.columns, row));
      this.set('byBand', formula(`LOOKUP(${judgedAt},${bounds},${names})`, computed));
    } else this.set('byBand', computed);
    if (given.has('grade')) this.give('grade', name, LOOKS.givenCenter);
    else this.set('grade', formula(this.cell('byBand'), computed));
  }

  place(): void {
    const { base, order, subject, given, ties, grade } = this.line;
    const { view, tieKeys } = this.plan;
    const { bands } = this.places;
    const place = view.result.rank[subject]!;
    if (!this.group.isRanked || base === null) {
      this.set('rank', '—');
      return;
    }
    const total = this.cell('total');
    if (view.scheme.parameters.rankBy === 'total' || grade < 0) this.set('order', formula(total, order));
    else if (bands) {
      const names = held(bands.columns, bands.names);
      this.set('order', formula(`ROUND(${total}+${GRADE_STEP}*MATCH(${this.cell('grade')},${names},0),2)`, order));
    } else this.set('order', order);
    tieKeys.forEach(({ source }, i) => {
      const value = ties[i]!;
      if (source === null) return this.set(`tie${i}`, value);
      const cell = this.cell(source);
      this.set(`tie${i}`, formula(`IF(ISNUMBER(${cell}),${rounded(cell)},-1)`, value));
    });
    if (given.has('rank')) this.give('rank', place, LOOKS.givenCenter);
    else if (view.result.order.length > MOST_RANK_FORMULAS) this.set('rank', place);
    else this.set('rank', formula(this.rankOf(), place));
  }

  /** Place in the group: one more than there are ahead; or one more than the row above where places leave no gap. */
  private rankOf(): string {
    const { view, tieKeys } = this.plan;
    const keys = ['order', ...tieKeys.map((_, i) => `tie${i}`)];
    if (view.scheme.parameters.tiePlaces === 'dense') {
      if (this.index === 0) return '1';
      const same = keys.map((key) => `${this.cell(key)}=${this.cell(key, this.row - 1)}`).join(',');
      const above = this.cell('rank', this.row - 1);
      return `IF(AND(${same}),${above},${above}+1)`;
    }
    const { first, subjects } = this.group;
    const range = (key: string) => down(this.plan.at(key), first, first + subjects.length - 1);
    const terms = keys.map((key, i) => {
      const before = keys.slice(0, i).map((other) => `${range(other)},${this.cell(other)}`);
      const ahead = `${range(key)},">"&${this.cell(key)}`;
      return i === 0 ? `COUNTIF(${ahead})` : `COUNTIFS(${[...before, ahead].join(',')})`;
    });
    return `1+${terms.join('+')}`;
  }
}

/** Cells of a row, held in both directions. */
function held({ from, to }: Span, row: number): string {
  return absoluteRange({ top: row, left: from, bottom: row, right: to });
}
