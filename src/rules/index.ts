export * from './defaultSchemes';
export * from './methods';
export * from './parameterSpecs';
export { ALLOWED, parameterValue, type ParameterValues } from './parameterValues';
export * from './parseGiven';
export * from './parseParameters';
export * from './parseRules';
export * from './schemeKind';
export * from './sentence';
