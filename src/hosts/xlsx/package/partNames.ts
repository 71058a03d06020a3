/**
 * Name of the part that a relationship leads to.
 * @example resolvePart("xl/worksheets/sheet1.xml", "../drawings/drawing1.xml") // "xl/drawings/drawing1.xml"
 * @example resolvePart("xl/workbook.xml", "/xl/styles.xml") // "xl/styles.xml"
 */
export function resolvePart(source: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/**
 * Name of the part that holds the relationships of a part; "" is the package itself.
 * @example relationshipsPart("xl/workbook.xml") // "xl/_rels/workbook.xml.rels"
 */
export function relationshipsPart(source: string): string {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}
