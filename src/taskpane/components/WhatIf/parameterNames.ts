/** Parameters by what they are about, in the order of the form. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  weights: ['权重.自评', '权重.民主评议', '权重.上级考核'],
  grades: ['等次', '优秀比例上限', '等次含加分'],
  ranks: ['排名依据', '并列', '同分排序', '红旗名额', '红旗周期'],
  pass: ['达标线.总分', '达标线.维度', '达标目标.党委', '达标目标.支部'],
  caps: ['加分上限', '总分上限'],
  reading: ['空白', '缺项.自评', '缺项.民主评议', '缺项.上级考核', '票数权重', '去极值'],
};

/** Names of the texts `whatIf.key.*` of the parameters. */
const NAMES: Readonly<Record<string, string>> = {
  '权重.自评': 'weightSelf',
  '权重.民主评议': 'weightPeer',
  '权重.上级考核': 'weightSuperior',
  等次: 'grades',
  优秀比例上限: 'quota',
  等次含加分: 'gradeWithBonus',
  排名依据: 'rankBy',
  并列: 'ties',
  同分排序: 'tieBreak',
  红旗名额: 'flags',
  红旗周期: 'flagCycle',
  '达标线.总分': 'passTotal',
  '达标线.维度': 'passDimension',
  '达标目标.党委': 'committeeGoal',
  '达标目标.支部': 'branchGoal',
  加分上限: 'bonusCap',
  总分上限: 'totalCap',
  空白: 'blank',
  '缺项.自评': 'missingSelf',
  '缺项.民主评议': 'missingPeer',
  '缺项.上级考核': 'missingSuperior',
  票数权重: 'voteWeights',
  去极值: 'trim',
};

export function nameOf(key: string): string {
  return NAMES[key]!;
}

/** Names of the texts `whatIf.word.*` of the words that parameters choose from. */
const WORDS: Readonly<Record<string, string>> = {
  不计总分: 'block',
  权重重分配: 'redistribute',
  按零分: 'asZero',
  未知: 'unknown',
  零: 'zero',
  等次: 'grade',
  总分: 'total',
  竞争: 'competition',
  中国式: 'dense',
  不限: 'always',
  月: 'month',
  季度: 'quarter',
  半年: 'half',
  年: 'year',
};

/** Name of the text of a word; null for one that is shown as it is. */
export function wordOf(word: string): string | null {
  return WORDS[word] ?? null;
}
