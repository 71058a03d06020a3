import type { FindingCode, Severity } from '../model';

/** Severities of findings whose severity never changes (specification, section 10; the field, section 6). */
const FIXED: Readonly<Record<FindingCode, Severity>> = {
  R01: 'high',
  R02: 'medium',
  D01: 'medium',
  D02: 'medium',
  D03: 'medium',
  D04: 'high',
  D05: 'medium',
  D06: 'high',
  D07: 'medium',
  D08: 'medium',
  D09: 'medium',
  D10: 'low',
  D11: 'low',
  D12: 'low',
  D13: 'medium',
  T01: 'medium',
  T02: 'medium',
  T03: 'low',
  G00: 'medium',
  G01: 'high',
  G02: 'high',
  G03: 'high',
  G04: 'medium',
  G06: 'high',
  G07: 'high',
  G08: 'medium',
  G09: 'high',
  G10: 'medium',
  G11: 'medium',
  G12: 'high',
  G13: 'medium',
  G15: 'high',
  G16: 'high',
  G17: 'medium',
  G19: 'medium',
  G20: 'high',
  G23: 'high',
  G24: 'medium',
};

/** Severity of a code where the case itself does not make it milder or graver. */
export function severityOf(code: FindingCode): Severity {
  return FIXED[code];
}
