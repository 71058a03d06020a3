import { LEAST_QUANTITATIVE, quantitativeShare } from '../../findings';
import type { OutValue } from '../../model';
import { Q } from '../../values';
import { COLORS, LOOKS } from '../looks';
import type { SchemeView } from '../schemeView';
import type { SheetBuilder } from '../sheetBuilder';
import type { Texts } from '../texts';
import { writeTable } from './grid';

/** Share of quantitative points (定量占比, G04) of each scheme that has indicators. */
export function quantitativePart(sheet: SheetBuilder, texts: Texts, views: readonly SchemeView[]): void {
  const rows = views.flatMap(({ scheme: { scheme } }): OutValue[][] => {
    const found = quantitativeShare(scheme);
    if (!found) return [];
    const { quantified, all, share } = found;
    const isMet = Q.compare(share, LEAST_QUANTITATIVE) >= 0;
    return [
      [
        scheme.name,
        scheme.indicators.length,
        scheme.indicators.filter(({ nature }) => nature === 'quantitative').length,
        Q.toNumber(all),
        Q.toNumber(quantified),
        Q.toNumber(Q.sub(all, quantified)),
        Q.roundToNumber(share, 4),
        Q.toNumber(LEAST_QUANTITATIVE),
        texts(isMet ? 'word.met' : 'word.notMet'),
      ],
    ];
  });
  if (rows.length === 0) return;
  const keys = [
    'scheme',
    'indicators',
    'quantified',
    'fullMark',
    'quantifiedPoints',
    'otherPoints',
    'share',
    'required',
    'verdict',
  ];
  const place = writeTable(sheet, {
    header: keys.map((key) => texts(`column.${key}`)),
    rows,
    looks: [
      LOOKS.text,
      LOOKS.center,
      LOOKS.center,
      LOOKS.applicable,
      LOOKS.applicable,
      LOOKS.applicable,
      LOOKS.rate,
      LOOKS.rate,
      LOOKS.center,
    ],
  });
  sheet.format({
    type: 'formula',
    range: { top: place.first, left: 6, bottom: place.last, right: 8 },
    formula: `$G${place.first + 1}<$H${place.first + 1}`,
    fill: COLORS.severity.medium,
  });
}
