import { a1Range } from '../../../model/address';
import type { ConditionalFormat } from '../../../model/changeSet';
import { escapeXml } from '../xml/text';
import type { StyleBook } from './styleBook';
import { argb } from './styleXml';

function bound(kind: 'min' | 'max', value: number | undefined): string {
  return value === undefined ? `<cfvo type="${kind}"/>` : `<cfvo type="num" val="${value}"/>`;
}

function colorScaleXml(colors: readonly string[]): string {
  const middle = colors.length === 3 ? '<cfvo type="percentile" val="50"/>' : '';
  const list = colors.map((color) => `<color rgb="${argb(color)}"/>`).join('');
  return `<colorScale><cfvo type="min"/>${middle}<cfvo type="max"/>${list}</colorScale>`;
}

function ruleXml(format: ConditionalFormat, priority: number, styles: StyleBook): string {
  switch (format.type) {
    case 'formula': {
      const { fill, color, bold } = format;
      const dxf = styles.overlay({ fill, color, bold });
      return `<cfRule type="expression" dxfId="${dxf}" priority="${priority}"><formula>${escapeXml(format.formula)}</formula></cfRule>`;
    }
    case 'dataBar': {
      const bar = `${bound('min', format.min)}${bound('max', format.max)}<color rgb="${argb(format.color)}"/>`;
      return `<cfRule type="dataBar" priority="${priority}"><dataBar minLength="0" maxLength="100">${bar}</dataBar></cfRule>`;
    }
    case 'colorScale':
      return `<cfRule type="colorScale" priority="${priority}">${colorScaleXml(format.colors)}</cfRule>`;
  }
}

/** Conditional formats of a result sheet; the first one wins where two meet. */
export function conditionalXml(formats: readonly ConditionalFormat[], styles: StyleBook): string {
  return formats
    .map(
      (format, i) =>
        `<conditionalFormatting sqref="${a1Range(format.range)}">${ruleXml(format, i + 1, styles)}</conditionalFormatting>`,
    )
    .join('');
}
