import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRules } from '../../src/app/rulesEditor/checkRules';
import type { DraftRule, RulesDraft } from '../../src/app/rulesEditor/draft';
import { ruleFields, ruleText } from '../../src/app/rulesEditor/ruleFields';
import { rulesChanges } from '../../src/app/rulesEditor/rulesChanges';
import { startRules } from '../../src/app/rulesEditor/startRules';
import { scoreWorkbooks } from '../../src/app/scoreWorkbooks';
import { applyChangeSet, openWorkbook } from '../../src/hosts/xlsx';
import { findRule } from '../../src/rules';

const CASES = join(__dirname, '../cases');
const FILE = new Uint8Array(readFileSync(join(CASES, 'v1-annual-group.xlsx')));
const OPTIONS = { locale: 'zh-CN', today: '2005-01-20' } as const;
const opened = openWorkbook(FILE, 'v1.xlsx');
const outcome = scoreWorkbooks([opened.snapshot()], OPTIONS);
const { draft } = startRules(outcome);

/** A draft with some fields of one rule changed. */
const edited = (key: string, texts: Partial<DraftRule['texts']>, from: RulesDraft = draft): RulesDraft => ({
  ...from,
  rules: from.rules.map((rule) => (rule.key === key ? { ...rule, texts: { ...rule.texts, ...texts } } : rule)),
});
const ruleOf = (method: string) => draft.rules.find(({ texts }) => findRule(texts.method)?.code === method)!;
const at = ({ key }: DraftRule, { rules }: RulesDraft = draft) => rules.findIndex((rule) => rule.key === key);
/** The workbook after a draft was written into it, scored again. */
function writtenAndScored(changed: RulesDraft) {
  const { bytes, report } = applyChangeSet(opened, rulesChanges(outcome, draft, changed, 'zh-CN'));
  expect(report.refused).toEqual([]);
  return scoreWorkbooks([openWorkbook(bytes, 'v1.xlsx').snapshot()], OPTIONS);
}

test('rules that nobody touched read as sentences without a problem, and change nothing', () => {
  const { rules, parameters, schemes } = checkRules(draft, 'zh-CN');
  for (const { sentence, problem } of rules) expect([typeof sentence, problem]).toEqual(['string', null]);
  expect(parameters.every((problem) => problem === null)).toBe(true);
  expect(schemes.find(({ name }) => name === '五好党委')).toMatchObject({ sum: 100, warnings: [] });
  expect(rulesChanges(outcome, draft, draft, 'zh-CN')).toMatchObject({ sheets: [], writes: [] });
});

test.each(['zh-CN', 'en-US'] as const)('what is wrong is said at its field (%s)', (locale) => {
  const rule = ruleOf('deduct');
  const check = (texts: Partial<DraftRule['texts']>) => checkRules(edited(rule.key, texts), locale).rules[at(rule)]!;
  expect(check({ max: '若干' }).problem?.field).toBe('max');
  expect(check({ max: '-1' }).problem?.field).toBe('max');
  expect(check({ method: '随便扣' }).problem?.field).toBe('method');
  expect(check({ parameters: '每次=很多' }).problem).toMatchObject({ field: 'parameters' });
  expect(check({ parameters: '每次=很多' }).problem?.text).toContain('每次');
  expect(check({ parameters: '每次=很多' }).sentence).toBeNull();
});

test('what is allowed but surely not meant is a warning', () => {
  const rule = ruleOf('deduct');
  const warned = (texts: Partial<DraftRule['texts']>) =>
    checkRules(edited(rule.key, { method: '分档', max: '6', ...texts }), 'zh-CN').rules[at(rule)]!.warnings.join('');
  expect(warned({ parameters: '>=90%:6; >=80%:4; 其他:0' })).toBe('');
  expect(warned({ parameters: '>=80%:6; >=90%:4; 其他:0' })).toContain('第 2 档永远轮不到');
  expect(warned({ parameters: '<=2:6; <1:4; 其他:0' })).toContain('第 2 档永远轮不到');
  expect(warned({ parameters: '>=90%:8; 其他:0' })).toContain('高于分值 6');
  expect(warned({ parameters: '>=90%:5; 其他:0' })).toContain('没有一档能得满 6 分');
  const scheme = checkRules(edited(rule.key, { max: '50' }), 'zh-CN').schemes.find(
    ({ name }) => name === rule.texts.scheme,
  )!;
  expect(scheme.warnings.join('')).toContain(`合计 ${scheme.sum} 分`);
  const weights = { key: 'n', origin: null, texts: { scheme: '', key: '权重.自评', value: '30' } };
  const others = draft.parameters.filter(({ texts }) => texts.key !== '权重.自评');
  const [first] = checkRules({ ...draft, parameters: [...others, weights] }, 'zh-CN').schemes;
  expect(first!.warnings.join('')).toContain('权重合计');
});

test('an edited rule is written into its cell and counts in the next run', () => {
  const rule = ruleOf('deduct');
  const changed = edited(rule.key, { parameters: '每次=0.01', name: rule.texts.name });
  const changes = rulesChanges(outcome, draft, changed, 'zh-CN');
  expect(changes.sheets).toEqual([]);
  expect(changes.writes).toHaveLength(1);
  const again = startRules(writtenAndScored(changed)).draft;
  expect(again.rules[at(rule)]!.texts.parameters).toBe('每次=0.01');
});

test('new rules go to a sheet that the next run reads, deleted ones are emptied', () => {
  const rule = ruleOf('deduct');
  const added: DraftRule = {
    key: 'n1',
    origin: null,
    texts: { ...rule.texts, id: 'X99', name: '新增指标', max: '3', parameters: '每次=1' },
  };
  const without = { ...draft, rules: [...draft.rules.filter(({ key }) => key !== rule.key), added] };
  const after = writtenAndScored(without);
  const { indicators } = after.assessment.schemes.find(({ scheme }) => scheme.name === rule.texts.scheme)!.scheme;
  expect(indicators.map(({ id }) => id)).toContain('X99');
  expect(indicators.map(({ id }) => id)).not.toContain(rule.texts.id);
  expect(after.assessment.unscoredSchemes).toEqual([]);
});

test('a default scheme that is changed becomes one of the workbook, with all its rules', () => {
  const plain = openWorkbook(new Uint8Array(readFileSync(join(CASES, 'v2-branch-forms.xlsx'))), 'v2.xlsx');
  const first = scoreWorkbooks([plain.snapshot()], OPTIONS);
  const start = startRules(first);
  const scheme = start.schemes.find(({ isDefault }) => isDefault);
  if (!scheme) throw new Error('the case has no default scheme');
  const own = start.draft.rules.filter(({ texts }) => texts.scheme === scheme.name);
  const changed = edited(own[0]!.key, { standard: '改过的标准' }, start.draft);
  const { bytes } = applyChangeSet(plain, rulesChanges(first, start.draft, changed, 'zh-CN'));
  const second = scoreWorkbooks([openWorkbook(bytes, 'v2.xlsx').snapshot()], OPTIONS);
  expect(startRules(second).schemes).toContainEqual({ name: scheme.name, isDefault: false });
  const [before, after] = [first, second].map(({ assessment, result }) => {
    const at = result.schemes.findIndex((s) => assessment.schemes[s.scheme]!.scheme.name === scheme.name);
    return [...result.schemes[at]!.total];
  });
  expect(after).toEqual(before);
});

test('parameters are checked and written', () => {
  const wrong = { key: 'n', origin: null, texts: { scheme: '', key: '红旗名额', value: '很多' } };
  const { parameters } = checkRules({ ...draft, parameters: [...draft.parameters, wrong] }, 'zh-CN');
  expect(parameters.at(-1)).toMatchObject({ field: 'value' });
  const others = draft.parameters.filter(({ texts }) => texts.key !== '红旗名额');
  const right = { ...wrong, texts: { ...wrong.texts, value: '1' } };
  const after = writtenAndScored({ ...draft, parameters: [...others, right] });
  for (const { parameters: resolved, scheme } of after.assessment.schemes) {
    if (scheme.kind !== 'table') expect(resolved.flags).toBe(1);
  }
});

test.each([
  ['目标=12; 每次=0.5', { 目标: '12', 每次: '0.5' }, []],
  ['每次＝0.5；轻伤:1、重伤:3', { 每次: '0.5' }, ['轻伤:1', '重伤:3']],
  ['>=90%:6; 其他:0', {}, ['>=90%:6', '其他:0']],
])('%s is taken apart and put together again', (text, values, list) => {
  const definition = findRule('每次扣分')!;
  const fields = ruleFields(text, definition);
  expect([{ ...fields.values }, fields.list]).toEqual([values, list]);
  expect(ruleFields(ruleText(fields, definition), definition)).toEqual(fields);
});
