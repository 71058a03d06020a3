/**
 * docProps/core.xml with the title alone. The library would write the time of the run: two files of one result would
 * differ, and a document that is sent out says nothing about when and by what it was drafted.
 */
export function coreProperties(title: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`
  );
}

/** @example escapeXml("a<b & c") // "a&lt;b &amp; c" */
function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
