/** Words of the field that the pane explains, each with the rule behind it: texts `term.<name>` and `term.<name>.text`. */
export const TERMS = [
  'grade',
  'attained',
  'attainment',
  'flag',
  'collective',
  'provisional',
  'blocked',
  'exempt',
  'veto',
  'sources',
  'ties',
] as const;
export type Term = (typeof TERMS)[number];
