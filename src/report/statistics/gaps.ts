import type { Finding, OutValue } from '../../model';
import { LOOKS } from '../looks';
import type { SheetBuilder } from '../sheetBuilder';
import type { Texts } from '../texts';
import { writeTable } from './grid';

const SEVERITIES = ['high', 'medium', 'low'] as const;

/** Number of findings by scheme and severity. */
export function gapPart(sheet: SheetBuilder, texts: Texts, findings: readonly Finding[]): void {
  const counts = new Map<string, Record<Finding['severity'], number>>();
  for (const { scheme, severity } of findings) {
    const name = scheme ?? texts('word.whole');
    const row = counts.get(name) ?? { high: 0, medium: 0, low: 0 };
    row[severity]++;
    counts.set(name, row);
  }
  writeTable(sheet, {
    header: [
      texts('column.scheme'),
      ...SEVERITIES.map((severity) => texts(`severity.${severity}`)),
      texts('column.sumCount'),
    ],
    rows: [...counts].map(([name, row]): OutValue[] => [
      name,
      ...SEVERITIES.map((severity) => row[severity]),
      SEVERITIES.reduce((sum, severity) => sum + row[severity], 0),
    ]),
    looks: [LOOKS.text, ...SEVERITIES.map(() => LOOKS.center), LOOKS.center],
  });
}
