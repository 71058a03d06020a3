import type { OutValue } from '../../../model/changeSet';
import { fittedText } from '../../shared/cellText';
import { escapeCell, escapeXml } from '../xml/text';

function textXml(text: string): string {
  const cut = fittedText(text);
  const space = /^\s|\s$|\n/.test(cut) ? ' xml:space="preserve"' : '';
  return `<is><t${space}>${escapeCell(cut)}</t></is>`;
}

/** Shortest digits that give the same double again; a number that Excel cannot hold is an error value. */
function numberText(value: number): string {
  return Object.is(value, -0) ? '0' : String(value);
}

function formulaXml(head: string, formula: string, value: number | string | boolean): string {
  const f = `<f>${escapeXml(formula)}</f>`;
  if (typeof value === 'string') return `${head} t="str">${f}<v>${escapeCell(value)}</v></c>`;
  if (typeof value === 'boolean') return `${head} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (!Number.isFinite(value)) return `${head} t="e">${f}<v>#NUM!</v></c>`;
  return `${head}>${f}<v>${numberText(value)}</v></c>`;
}

/**
 * A cell element. Text is always text, also when it looks like a formula; a formula carries our result.
 * @param xf cell format, 0 is the default
 * @returns "" for a blank cell in the default format
 * @example cellXml("B2", 3, 95.5) // '<c r="B2" s="3"><v>95.5</v></c>'
 */
export function cellXml(reference: string, xf: number, value: OutValue): string {
  const head = `<c r="${reference}"${xf === 0 ? '' : ` s="${xf}"`}`;
  if (value === null) return xf === 0 ? '' : `${head}/>`;
  if (typeof value === 'number') {
    return Number.isFinite(value) ? `${head}><v>${numberText(value)}</v></c>` : `${head} t="e"><v>#NUM!</v></c>`;
  }
  if (typeof value === 'boolean') return `${head} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'string') return `${head} t="inlineStr">${textXml(value)}</c>`;
  if ('formula' in value) return formulaXml(head, value.formula, value.value);
  return `${head} t="inlineStr">${textXml(value.text)}</c>`;
}
