import type { RuleChange, SchemeChange, WhatIfStart } from '../../../app/whatIf/whatIf';

/** What is tried: by scheme, then by key of the parameter or id of the rule; only what differs from what is in force. */
export type Tried = ReadonlyMap<number, SchemeTries>;

export interface SchemeTries {
  readonly parameters: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, RuleChange>;
}

export const NO_TRIES: Tried = new Map();
const NONE: SchemeTries = { parameters: new Map(), rules: new Map() };

export function triesOf(tried: Tried, scheme: number): SchemeTries {
  return tried.get(scheme) ?? NONE;
}

function withTries(tried: Tried, scheme: number, tries: SchemeTries): Tried {
  const all = new Map(tried);
  if (tries.parameters.size + tries.rules.size > 0) all.set(scheme, tries);
  else all.delete(scheme);
  return all;
}

function changed<V>(map: ReadonlyMap<string, V>, key: string, value: V | null): ReadonlyMap<string, V> {
  const copy = new Map(map);
  if (value === null) copy.delete(key);
  else copy.set(key, value);
  return copy;
}

/** With a parameter tried; what is in force anyway is no try. */
export function withParameter(tried: Tried, start: WhatIfStart, key: string, value: string): Tried {
  const own = triesOf(tried, start.scheme);
  const isInForce = start.parameters.find((parameter) => parameter.key === key)?.value === value;
  return withTries(tried, start.scheme, { ...own, parameters: changed(own.parameters, key, isInForce ? null : value) });
}

/** With a rule tried; what is in force anyway is no try. */
export function withRule(tried: Tried, start: WhatIfStart, rule: RuleChange): Tried {
  const own = triesOf(tried, start.scheme);
  const before = start.rules.find(({ id }) => id === rule.id);
  const isInForce = before?.max === rule.max && before.parameters === rule.parameters;
  return withTries(tried, start.scheme, { ...own, rules: changed(own.rules, rule.id, isInForce ? null : rule) });
}

/** The tries as a question. */
export function changesOf(tried: Tried): SchemeChange[] {
  return [...tried].map(([scheme, { parameters, rules }]) => ({
    scheme,
    parameters: Array.from(parameters, ([key, value]) => ({ key, value })),
    rules: [...rules.values()],
  }));
}
