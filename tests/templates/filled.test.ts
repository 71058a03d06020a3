import fc from 'fast-check';
import { type Indicator, type Rational, type SourceCode } from '../../src/model';
import { defaultSchemes } from '../../src/rules';
import { booksFor, filled, type FilledSheet, scoreBooks, SCHEMES } from './support';

/** What is typed into a cell and the points that the rules give for it; null: not applicable. */
interface Entry {
  readonly typed: string | number;
  readonly points: number | null;
}

const num = ({ n, d }: Rational) => Number(n) / Number(d);
const clamp = (value: number, max: number) => Math.min(max, Math.max(0, value));
const exact = (value: number) => Math.round(value * 1e9) / 1e9;

/** A number drawn from 0..`most`. */
type Draw = (most: number) => number;

/** Lehmer's generator: one number names all draws of a run, so that a failure can be told in a line. */
function drawsOf(seed: number): Draw {
  let state = seed;
  return (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * (most + 1));
  };
}

/** Now and then an indicator does not apply; the first one always does, so that no source is empty. */
function isLeftOut({ id }: Indicator, draw: Draw): boolean {
  return draw(14) === 0 && !id.endsWith('11');
}

/** Whole counts of kinds as an office writes them, with the amount that they come to. */
function kindsOf(kinds: readonly { name: string; amount: Rational }[], draw: Draw): { typed: string; sum: number } {
  const counts = kinds.map(() => (draw(2) === 0 ? draw(3) : 0));
  const parts = kinds.flatMap(({ name }, i) => (counts[i] ? [`${name}${counts[i]}`] : []));
  const sum = kinds.reduce((all, { amount }, i) => all + num(amount) * counts[i]!, 0);
  return { typed: parts.length > 0 ? parts.join('、') : '无', sum };
}

/** A raw value that the indicator's column takes, and its points by the words of the specification, section 3. */
function rawEntry(indicator: Indicator, draw: Draw): Entry {
  const { method, max, isRate } = indicator;
  if (isLeftOut(indicator, draw)) return { typed: '/', points: null };
  const most = num(max);
  const amount = isRate ? draw(130) / 100 : draw(20);
  switch (method.code) {
    case 'points':
      return { typed: draw(2 * most) / 2, points: null };
    case 'deduct': {
      if (method.kinds.length > 0) {
        const { typed, sum } = kindsOf(method.kinds, draw);
        return { typed, points: clamp(most - sum, most) };
      }
      const times = method.target ? Math.max(0, num(method.target) - amount) : amount;
      return { typed: amount, points: clamp(most - num(method.unit!) * times, most) };
    }
    case 'accrue': {
      const { typed, sum } = kindsOf(method.kinds, draw);
      return { typed, points: clamp(sum, most) };
    }
    case 'ratio':
      return { typed: amount, points: most * clamp(amount / num(method.target), num(method.cap)) };
    case 'linear': {
      const value = draw(100);
      const [full, zero] = [num(method.full), num(method.zero)];
      return { typed: value, points: most * clamp((value - zero) / (full - zero), 1) };
    }
    case 'step': {
      const beyond = method.direction === 'below' ? num(method.limit) - amount : amount - num(method.limit);
      const steps = Math.floor(exact(Math.max(0, beyond) / num(method.step)));
      return { typed: amount, points: clamp(most - num(method.unit) * steps, most) };
    }
    case 'tiers': {
      const tier = method.tiers.find(({ bound }) => bound === null || amount >= num(bound))!;
      return { typed: amount, points: num(tier.points) };
    }
    case 'require':
      return draw(1) === 0 ? { typed: '有', points: most } : { typed: '无', points: 0 };
    case 'levels': {
      const level = method.levels[draw(method.levels.length - 1)]!;
      return { typed: level.name, points: num(level.amount) };
    }
    default:
      throw new Error(`no default scheme has ${method.code}`);
  }
}

function selfEntry(indicator: Indicator, draw: Draw): Entry {
  if (isLeftOut(indicator, draw)) return { typed: '/', points: null };
  const points = draw(Math.round(num(indicator.max) * 4)) / 4;
  return { typed: points, points };
}

/** Points by scheme, subject and source; votes give one number. */
class Expected {
  private readonly entries = new Map<string, (number | null)[]>();

  put(scheme: string, subject: string, source: SourceCode, points: (number | null)[]): void {
    this.entries.set(`${scheme} ${subject} ${source}`, points);
  }

  points(scheme: string, subject: string, source: SourceCode): (number | null)[] {
    return this.entries.get(`${scheme} ${subject} ${source}`)!;
  }
}

const VOTE_POINTS = [100, 80, 60, 40];

/** Types values into every cell of the score sheets, and keeps what they must come to. */
function fillScores(sheet: FilledSheet, draw: Draw, expected: Expected): void {
  const { name } = sheet.sheet;
  const scheme =
    defaultSchemes().find((each) => name.endsWith(each.name)) ??
    defaultSchemes().find((each) => sheet.text(0, 0).includes(each.name));
  if (!scheme) return;
  const indicators = scheme.indicators;
  const isHeading = (indicator: Indicator) => (text: string) =>
    text === indicator.name || text === `${indicator.id}\n${indicator.name}`;
  const isSelf = name.startsWith('自评');
  if (isSelf && sheet.text(2, 0) === '考核项目') {
    const points = sheet.find((text) => text === '自评得分').column;
    const unit = /单位名称：(\S+?)\u3000/.exec(sheet.text(1, 0))![1]!;
    const entries = indicators.map((indicator) => selfEntry(indicator, draw));
    entries.forEach(({ typed }, i) => sheet.type(sheet.find(isHeading(indicators[i]!)).row, points, typed));
    expected.put(
      scheme.name,
      unit,
      'self',
      entries.map((entry) => entry.points),
    );
    return;
  }
  if (name.startsWith('考核-') || isSelf) {
    const columns = indicators.map((indicator) => sheet.find(isHeading(indicator)).column);
    for (const { row, subject } of subjectRows(sheet)) {
      const entries = indicators.map((indicator) => (isSelf ? selfEntry : rawEntry)(indicator, draw));
      entries.forEach(({ typed }, i) => sheet.type(row, columns[i]!, typed));
      expected.put(
        scheme.name,
        subject,
        isSelf ? 'self' : 'superior',
        entries.map((entry) => entry.points),
      );
    }
  }
  if (name.startsWith('评议-')) {
    const columns = ['优秀', '良好', '合格', '不合格', '弃权', '收回票'].map(
      (level) => sheet.find((text) => text === level).column,
    );
    for (const { row, subject } of subjectRows(sheet)) {
      const votes = [1 + draw(40), draw(20), draw(9), draw(3), draw(3)];
      [...votes, votes.reduce((sum, count) => sum + count, 0)].forEach((count, i) =>
        sheet.type(row, columns[i]!, count),
      );
      const valid = votes.slice(0, 4).reduce((sum, count) => sum + count, 0);
      const sum = VOTE_POINTS.reduce((all, points, level) => all + points * votes[level]!, 0);
      expected.put(scheme.name, subject, 'peer', [sum / valid]);
    }
  }
}

/** Rows that are numbered, with the name that stands in them. */
function subjectRows(sheet: FilledSheet): { row: number; subject: string }[] {
  const name = sheet.find((text) => text === '单位名称' || text === '姓名').column;
  const first = sheet.find((text, _, column) => column === 0 && text === '1').row;
  const rows: { row: number; subject: string }[] = [];
  for (let row = first; /^\d+$/.test(sheet.text(row, 0)); row++) rows.push({ row, subject: sheet.text(row, name) });
  return rows;
}

const HALF = 0.005 + 1e-9;
const WEIGHTS = { committee: [10, 30, 60], branch: [10, 30, 60], member: [10, 40, 50] } as const;

function gradeOf(total: number): string {
  return total >= 90 ? '优秀' : total >= 80 ? '良好' : total >= 60 ? '合格' : '不合格';
}

function check(layout: 'one' | 'perUnit', self: 'forms' | 'wide', draw: Draw): void {
  const expected = new Expected();
  const books = filled(booksFor({ layout, self, registers: [] }), (sheet) => fillScores(sheet, draw, expected));
  const { assessment, result, findings } = scoreBooks(books);
  // What is drawn may miss the goal, and contradict what the lower level comes to.
  const owed = findings.filter(({ code }) => code !== 'G24' && code !== 'D11');
  expect(owed.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  expect(assessment.schemes.map(({ scheme }) => scheme.name)).toEqual([...SCHEMES]);
  result.schemes.forEach((scored) => {
    const { scheme, subjects, parameters } = assessment.schemes[scored.scheme]!;
    expect(parameters.grades.map(({ name }) => name)).toEqual(['优秀', '良好', '合格', '不合格']);
    const maxima = scheme.indicators.map(({ max }) => num(max));
    subjects.forEach(({ name }, s) => {
      const scores = (['self', 'peer', 'superior'] as const).map((source) => {
        const points = expected.points(scheme.name, name, source);
        if (source === 'peer') return points[0]!;
        // An indicator may have a second column, for what the lower level comes to where nobody types.
        const { columns } = assessment.schemes[scored.scheme]!.sources[source]!;
        const found = scheme.indicators.map((_, i) => {
          const own = columns.flatMap(({ indicator }, k) => (indicator === i ? [scored.points[source]![k]![s]!] : []));
          return own.find((value) => !Number.isNaN(value)) ?? NaN;
        });
        found.forEach((value, i) => {
          const at = `${scheme.name} ${name} ${source} ${scheme.indicators[i]!.id}`;
          if (points[i] === null) expect([at, value]).toEqual([at, NaN]);
          else expect([at, exact(value)]).toEqual([at, exact(points[i]!)]);
        });
        const own = points.map((value, i) => (value === null ? [0, 0] : [value, maxima[i]!]));
        return (100 * own.reduce((sum, [value]) => sum + value!, 0)) / own.reduce((sum, [, max]) => sum + max!, 0);
      });
      (['self', 'peer', 'superior'] as const).forEach((source, k) => {
        expect(Math.abs(scored.sources[source]![s]! - scores[k]!)).toBeLessThanOrEqual(HALF);
      });
      const weights = WEIGHTS[scheme.kind as keyof typeof WEIGHTS];
      const total = weights.reduce((sum, weight, k) => sum + (weight * scores[k]!) / 100, 0);
      expect(Math.abs(scored.total[s]! - total)).toBeLessThanOrEqual(HALF);
      expect(parameters.grades[scored.grade[s]!]!.name).toBe(gradeOf(scored.total[s]!));
    });
  });
}

describe.each([
  ['one', 'forms'],
  ['one', 'wide'],
  ['perUnit', 'forms'],
] as const)('%s, %s', (layout, self) => {
  test('whatever is filled in comes out as its points, its sources, its total and its grade', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 2 }), (seed) => check(layout, self, drawsOf(seed))),
      { numRuns: 5 },
    );
  });
});

test('registers that are filled in owe nothing', () => {
  const done = new Map([
    ['实施方案（名称/文号）', '红党〔2004〕5号'],
    ['是否上报', '是'],
    ['考核措施（办法）', '考核办法'],
    ['是否签订', '是'],
    ['工作档案', '是'],
    ['对党支部上半年考核时间', '2004-06-20'],
    ['到位金额（元）', '20000'],
    ['经费预算（元）', '20000'],
  ]);
  const books = filled(booksFor({ self: null, peer: false }), (sheet) => {
    if (!sheet.sheet.name.endsWith('台账') || sheet.sheet.name === '整改台账') return;
    const numbered = subjectRowsOf(sheet);
    const headerRow = sheet.find((text) => text === '序号').row;
    for (const row of numbered) {
      for (let column = 0; column < sheet.sheet.columnWidths.length; column++) {
        const header = sheet.text(headerRow + (sheet.sheet.name === '信息报送台账' ? 1 : 0), column);
        if (header === '联系领导' && sheet.sheet.name === '信息报送台账') sheet.type(row, column, 1);
        else if (header === '组织部') sheet.type(row, column, 2);
        else if (done.has(header)) sheet.type(row, column, done.get(header)!);
      }
    }
  });
  const { assessment, findings } = scoreBooks(books, '2004-07-20');
  expect(assessment.registers).toHaveLength(8);
  expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
});

function subjectRowsOf(sheet: FilledSheet): number[] {
  const first = sheet.find((text, _, column) => column === 0 && text === '1').row;
  const rows: number[] = [];
  for (let row = first; /^\d+$/.test(sheet.text(row, 0)); row++) rows.push(row);
  return rows;
}
