import { normaliseText } from '../values';
import type { Scheme, SourceCode } from '../model';
import { headerKey, nameKey, withoutBarePoints } from './labels';
import { REGISTER_PATTERNS, REGISTER_WORDS } from './registerWords';
import { ABSTAIN_WORDS, HEADER_WORDS, RATER_WORDS, SOURCE_WORDS, VOTE_LEVELS, type HeaderField } from './words';

/** What a text names in one scheme. */
export interface ScoredMatch {
  /** Index into the schemes. */
  readonly scheme: number;
  readonly type: 'indicator' | 'dimension';
  readonly index: number;
}

const FIELDS_BY_WORD = new Map<string, Set<HeaderField>>();
for (const [field, words] of Object.entries(HEADER_WORDS) as [HeaderField, readonly string[]][]) {
  for (const word of words) {
    const key = headerKey(word);
    let fields = FIELDS_BY_WORD.get(key);
    if (!fields) FIELDS_BY_WORD.set(key, (fields = new Set()));
    fields.add(field);
  }
}
const NO_FIELDS: ReadonlySet<HeaderField> = new Set();
const REGISTER_KEYS = new Set(Object.values(REGISTER_WORDS).flatMap((words) => words.map(headerKey)));
const LEVEL_INDEX = new Map<string, number>();
VOTE_LEVELS.forEach((words, level) => words.forEach((word) => LEVEL_INDEX.set(word, level)));
const ABSTAIN = new Set(ABSTAIN_WORDS);
const MONTH = /^(?:\d{4}年)?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?$/;
const CHINESE_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const RATER = new RegExp(`^(?:${RATER_WORDS.join('|')})[0-9一二三四五六七八九十a-z]{1,3}(?:评分|打分|得分)?$`);

/** 扣分 of one source: 自评扣分, 考核扣分. */
const SOURCE_DEDUCTION =
  /^(?:自评|自查|考核|考评|检查|上级|上级考核|评议|民主评议|测评|组织|党委|支部)[扣减]分(?:值|数)?$/;
const MINUS_FIELD: ReadonlySet<HeaderField> = new Set(['minus']);
const SCORE_FIELD: ReadonlySet<HeaderField> = new Set(['score']);
const TOTAL_FIELDS: ReadonlySet<HeaderField> = new Set(['score', 'total']);

/** Fields that a header word can mean; a source with 得分 behind it (民主测评得分) is a score. */
export function fieldsOf(key: string): ReadonlySet<HeaderField> {
  const plain = key.replace(/(?:及|和|与)(?:分值|标准分|满分)$/, '').replace(/\([^()]*\)$/, '');
  return (
    FIELDS_BY_WORD.get(key) ??
    FIELDS_BY_WORD.get(plain) ??
    (SOURCE_DEDUCTION.test(plain) ? MINUS_FIELD : null) ??
    (isSourceScore(key) ? (/总分|总成绩|合计|总计/.test(key) ? TOTAL_FIELDS : SCORE_FIELD) : NO_FIELDS)
  );
}

/** A word that names a source and nothing else: 自我评价, 民主评议, 满意度, 组织考核. */
function isSourceName(key: string): boolean {
  return (
    key.length <= 8 && !/票|等次|表|标准|办法|指标|内容|项目|单位|时间|对象|方式/.test(key) && sourceIn(key) !== null
  );
}

function isSourceScore(key: string): boolean {
  return (
    key.length <= 14 && !/\d分$/.test(key) && /(?:分|分数|成绩|合计|总计|score)$/.test(key) && sourceIn(key) !== null
  );
}

/** Names of one dimension in other years and other rules (domain notes, section 4e). */
const DIMENSION_NAMES: readonly (readonly string[])[] = [
  ['领导班子好', '班子建设好', '好的班子'],
  ['队伍素质好', '党员队伍好', '队伍建设好', '好的队伍'],
  ['制度建设好', '工作机制好', '机制建设好', '制度机制好', '好的机制'],
  ['工作业绩好', '发展业绩好', '好的业绩'],
  ['群众反映好', '群众评价好', '好的反映'],
  ['带头学习讲政治', '带头学习提高'],
  ['带头干事谋发展', '带头干事创业'],
  ['带头创新建佳绩', '带头争创佳绩'],
  ['带头服务比贡献', '带头服务群众'],
  ['带头自律树形象', '带头遵章守纪', '带头遵纪守法'],
];

/** Other names of a dimension: those of other rules, and all of them without 好 or 带头. */
function dimensionAliases(key: string): string[] {
  const family = DIMENSION_NAMES.find((names) => names.includes(key)) ?? [key];
  const short = family.map((name) => name.replace(/^带头|好$/g, '')).filter((name) => name.length >= 4);
  return [...family, ...short].filter((name) => name !== key);
}

/** Words behind the name of an indicator that say what its column holds: 组织生活得分, 党课次数, 安全生产完成情况. */
const VALUE_WORDS =
  /(?:自我评价|自评|自查|民主评议|民主测评|评议|测评|上级考核|组织考核|考核|考评)?(?:得分|评分|打分|分数|分值|分|完成值|完成情况|实际完成|实际值|实际|情况|次数|完成率|数值|值)$|(?:自我评价|自评|自查|民主评议|民主测评|上级考核)$/;

/** Month of a header such as 3月, 三月份 or 2004年3月; null for any other. */
export function monthOf(key: string): number | null {
  const match = MONTH.exec(key);
  if (!match) return null;
  const chinese = CHINESE_MONTHS.indexOf(match[1]!);
  return chinese >= 0 ? chinese + 1 : Number(match[1]);
}

/** Level of a vote header, 0 best; -1 for 弃权; null for any other. */
export function voteLevelOf(key: string): number | null {
  const word = key.replace(/(?:票数|票|人数)$/, '');
  if (ABSTAIN.has(word) || ABSTAIN.has(key)) return -1;
  return LEVEL_INDEX.get(word) ?? null;
}

export function isRater(key: string): boolean {
  return RATER.test(key);
}

function isRegisterHeader(key: string): boolean {
  return REGISTER_KEYS.has(key) || (key.length <= 20 && REGISTER_PATTERNS.some(([, pattern]) => pattern.test(key)));
}

/** Source that a text names, or null when it names none or several. */
export function sourceIn(text: string): SourceCode | null {
  const key = normaliseText(text).toLowerCase();
  let found: SourceCode | null = null;
  for (const source of ['self', 'peer', 'superior'] as const) {
    if (!SOURCE_WORDS[source].some((word) => key.includes(word))) continue;
    if (found !== null) return null;
    found = source;
  }
  return found;
}

/** Source that a cell beside a subject names: as in a header, and 考核 alone. */
export function sourceOfRow(text: string): SourceCode | null {
  return sourceIn(text) ?? (/^(?:考核|考评|组织|党委|支部)$/.test(normaliseText(text)) ? 'superior' : null);
}

/** The words by which tables are recognised: headers of the field and the names in the schemes. */
export class Vocabulary {
  private readonly scored = new Map<string, ScoredMatch[]>();
  private readonly ids = new Map<string, ScoredMatch[]>();

  constructor(readonly schemes: readonly Scheme[]) {
    schemes.forEach((scheme, s) => {
      scheme.indicators.forEach((indicator, index) => {
        const match: ScoredMatch = { scheme: s, type: 'indicator', index };
        add(this.scored, nameKey(indicator.name), match);
        add(this.ids, nameKey(indicator.id), match);
      });
    });
    // Dimensions last: a short form that is an indicator's name stays the indicator's.
    schemes.forEach((scheme, s) =>
      scheme.dimensions.forEach((dimension, index) => {
        const match: ScoredMatch = { scheme: s, type: 'dimension', index };
        const key = nameKey(dimension.name);
        add(this.scored, key, match);
        for (const alias of dimensionAliases(key))
          if (!this.scored.get(alias)?.some((m) => m.scheme === s)) add(this.scored, alias, match);
      }),
    );
  }

  /**
   * Indicators and dimensions that a text names: by name, by id, by both, or by the name with points or a unit in
   * brackets (specification, section 2).
   */
  match(text: string): readonly ScoredMatch[] {
    if (text.length > 200) return [];
    const key = nameKey(text);
    if (key === '') return [];
    const byName = this.scored.get(key) ?? this.scored.get(nameKey(withoutBarePoints(text)));
    if (byName) return byName;
    if (/[a-z]/.test(key) && /\d/.test(key)) {
      const alone = this.ids.get(key);
      if (alone) return alone;
      // "W11 党委中心组…", "党委中心组…W11": the id decides, the name must belong to it.
      const id = /^([a-z]+\d+)/.exec(key)?.[1] ?? /([a-z]+\d+)$/.exec(key)?.[1];
      const rest = id === undefined ? '' : key.startsWith(id) ? key.slice(id.length) : key.slice(0, -id.length);
      const matches = id === undefined ? undefined : this.ids.get(id);
      if (matches) {
        const named = this.scored.get(rest);
        return named ? matches.filter((m) => named.some((n) => n.scheme === m.scheme && n.index === m.index)) : [];
      }
    }
    return [];
  }

  /** Like `match`, also for a name with a word of its value behind it; `rest` is that word. */
  matchWithWord(text: string): { readonly matches: readonly ScoredMatch[]; readonly rest: string } {
    const matches = this.match(text);
    if (matches.length > 0 || text.length > 60) return { matches, rest: '' };
    const key = nameKey(text);
    const rest = VALUE_WORDS.exec(key)?.[0] ?? '';
    return rest === '' || rest === key
      ? { matches, rest: '' }
      : { matches: this.scored.get(key.slice(0, -rest.length)) ?? [], rest };
  }

  /** Indicators of any scheme whose id or name a text is; without dimensions. */
  indicators(text: string): readonly ScoredMatch[] {
    return this.match(text).filter((match) => match.type === 'indicator');
  }

  isScored(text: string): boolean {
    return this.matchWithWord(text).matches.length > 0;
  }

  isSourceWord(text: string): boolean {
    return text.length <= 12 && sourceIn(text) !== null;
  }

  /** True for a word that heads a column of some kind of table. */
  isHeader(key: string): boolean {
    return (
      fieldsOf(key).size > 0 ||
      isSourceName(key) ||
      isRegisterHeader(key) ||
      monthOf(key) !== null ||
      voteLevelOf(key) !== null ||
      isRater(key)
    );
  }

  /** True for a word that heads the column of the subjects or of the indicators. */
  isKeyHeader(key: string): boolean {
    const fields = fieldsOf(key);
    return (
      fields.has('dimension') ||
      fields.has('unit') ||
      fields.has('person') ||
      fields.has('branch') ||
      fields.has('id') ||
      fields.has('indicator') ||
      REGISTER_WORDS.unit.includes(key)
    );
  }

  isResultHeader(key: string): boolean {
    const fields = fieldsOf(key);
    return fields.has('total') || fields.has('rank') || fields.has('grade');
  }

  /** True when the words of a row are the header of a parameter sheet (参数, 值). */
  isPair(words: ReadonlySet<string>): boolean {
    let parameter = false;
    let value = false;
    for (const word of words) {
      if (fieldsOf(word).has('parameters')) parameter = true;
      else if (fieldsOf(word).has('value')) value = true;
    }
    return parameter && value;
  }
}

function add(map: Map<string, ScoredMatch[]>, key: string, match: ScoredMatch): void {
  if (key === '') return;
  const list = map.get(key);
  if (list) list.push(match);
  else map.set(key, [match]);
}
