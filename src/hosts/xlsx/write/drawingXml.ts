import type { ChartSpec } from '../../../model/changeSet';
import type { Namespaces } from '../package/namespaces';
import { XML_HEAD } from '../package/relationshipEdit';
import { escapeXml } from '../xml/text';

function marker(tag: string, row: number, column: number): string {
  return `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
}

/** The drawing of a sheet: one frame for each chart, over the cells that it covers. */
export function drawingXml(charts: readonly { spec: ChartSpec; id: string }[], namespaces: Namespaces): string {
  const frames = charts.map(({ spec, id }, i) => {
    const { top, left, bottom, right } = spec.anchor;
    const name = escapeXml(spec.title === '' ? `Chart ${i + 1}` : spec.title);
    return (
      `<xdr:twoCellAnchor>${marker('from', top, left)}${marker('to', bottom + 1, right + 1)}<xdr:graphicFrame macro="">` +
      `<xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${namespaces.chart}"><c:chart xmlns:c="${namespaces.chart}" ` +
      `xmlns:r="${namespaces.relationships}" r:id="${id}"/></a:graphicData></a:graphic>` +
      '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
    );
  });
  return (
    `${XML_HEAD}<xdr:wsDr xmlns:xdr="${namespaces.spreadsheetDrawing}" xmlns:a="${namespaces.drawing}">` +
    `${frames.join('')}</xdr:wsDr>`
  );
}
