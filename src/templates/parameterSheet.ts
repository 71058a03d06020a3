import type { DataValidation, OutValue, ResultSheet, Scheme } from '../model';
import { ALLOWED, PARAMETER_SPECS, parameterValue, type ParameterType, type SchemeParameterSpec } from '../rules';
import { normaliseText } from '../values';
import { oneOf, offered, type EntryRule } from './entryRules';
import type { TemplateRequest } from './request';
import { tableSheet } from './table';
import { parameterSentence, type Texts } from './texts';
import { WORDS } from './words';

const VALUE = 2;

/** Parameters that choose between a few words, which `ALLOWED` lists. */
const CHOICES: ReadonlySet<ParameterType> = new Set([
  'yesNo',
  'missing',
  'blank',
  'rankBy',
  'grouping',
  'cycle',
  'ties',
]);

interface Line {
  readonly scheme: string;
  readonly spec: SchemeParameterSpec;
  readonly value: string;
}

/** 考核参数: what is in force for the chosen schemes, one line where they agree, one for each where they do not. */
export function parameterSheet(
  name: string,
  schemes: readonly Scheme[],
  { parameters, period, locale }: Pick<TemplateRequest, 'parameters' | 'period' | 'locale'>,
  texts: Texts,
): ResultSheet {
  const lines = PARAMETER_SPECS.flatMap((spec) => linesOf(spec, schemes, parameters, period));
  const { sheet, body } = tableSheet(
    {
      name,
      title: texts('title.parameters', { period }),
      columns: [
        { title: WORDS.scheme, width: 20, look: 'centerWords', given: 'givenCenter' },
        { title: WORDS.parameters, width: 18, look: 'centerWords', given: 'givenCenter' },
        { title: WORDS.value, width: 36, look: 'center' },
        { title: WORDS.explanation, width: 50, look: 'text', given: 'givenText' },
      ],
      rows: lines.map(({ scheme, spec, value }): OutValue[] => [
        scheme === '' ? null : scheme,
        spec.key,
        cellOf(value),
        `${parameterSentence(locale, spec.key)}${texts('parameter.allowed', { allowed: ALLOWED[spec.type] })}`,
      ]),
      spare: 3,
      notes: [texts('note.parameters')],
      orientation: 'landscape',
      frozen: 2,
      canAddRows: true,
    },
    texts,
  );
  const validations = lines.flatMap(({ spec }, i): DataValidation[] => {
    const row = body.top + i;
    return [ruleOf(spec, texts)({ top: row, left: VALUE, bottom: row, right: VALUE })];
  });
  return { ...sheet, validations };
}

/** What a parameter is for each scheme: given for it, else given for all, else its default. */
function linesOf(
  spec: SchemeParameterSpec,
  schemes: readonly Scheme[],
  given: TemplateRequest['parameters'],
  period: string,
): Line[] {
  if (spec.key === '期间') return [{ scheme: '', spec, value: period }];
  const find = (scheme: string) =>
    given.find(
      ([name, key, text]) =>
        normaliseText(name) === normaliseText(scheme) &&
        key === spec.key &&
        parameterValue(spec.type, text) !== undefined,
    )?.[2];
  const values = schemes.map(({ name, kind }) => find(name) ?? find('') ?? spec.defaultOf?.[kind] ?? spec.default);
  if (values.every((value) => value === values[0])) return [{ scheme: '', spec, value: values[0] ?? spec.default }];
  return schemes.map(({ name }, i) => ({ scheme: name, spec, value: values[i]! }));
}

/** Plain numbers are numbers; all else is kept as it is written. */
function cellOf(value: string): OutValue {
  if (value === '') return null;
  return /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}

function ruleOf({ type, key }: SchemeParameterSpec, texts: Texts): EntryRule {
  const prompt = { title: key, text: texts('prompt.parameter', { allowed: ALLOWED[type] }) };
  if (CHOICES.has(type)) return oneOf(ALLOWED[type].split('、'), texts, prompt);
  if (type === 'weight' || type === 'count' || type === 'amount') {
    const error = { title: texts('error.title'), text: texts('error.parameter', { allowed: ALLOWED[type] }) };
    const max = type === 'weight' ? 100 : null;
    return (range) => ({
      range,
      rule: { type: 'number', isWhole: type === 'count', min: 0, max },
      alert: 'stop',
      error,
      prompt,
    });
  }
  // Written freely: the words that it knows are offered, the prompt says the rest.
  return offered(['无'], prompt);
}
