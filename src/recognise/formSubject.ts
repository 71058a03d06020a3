import { normaliseText } from '../values';
import type { CellRef } from '../model';
import type { Block } from './blocks';

/** A name that a form gives to its subject, with the cell that gives it. */
export interface FormName {
  readonly name: string;
  readonly place: CellRef;
  /** Where it was found. */
  readonly from: 'line' | 'sheet' | 'file';
  readonly isPerson: boolean;
}

const SUBJECT_LABELS = [
  '被考核党支部',
  '被考核党组织',
  '被考核单位',
  '被考评单位',
  '被考核对象',
  '被测评单位',
  '支部名称',
  '党支部名称',
  '党总支名称',
  '党组织名称',
  '党委名称',
  '单位名称',
  '考核对象',
  '考评对象',
  '受检单位',
  '受考核单位',
  '参评单位',
  '自评单位',
  '党员姓名',
  '姓名',
  '被考核人',
  '党支部',
  '填报单位',
  '填表单位',
  '报送单位',
  '所在单位',
  '单位',
];
const PERSON_LABELS = new Set(['党员姓名', '姓名', '被考核人']);
/** Words of sheet and file names that are not part of a unit's name. */
const NOISE =
  /自我评价|自评|自查|考核|考评|评分|打分|得分|测评|评议|汇总|情况|(?:19|20)\d{2}(?:年度?|年?)|上半年|下半年|第[一二三四1-4]季度|[一二三四]季度|细则|报表|表|报送|上报|最终版?|终稿|定稿|副本|修改|“?五好”?(?:党委|党支部|党总支)?|五带头|\.(?:xlsx|xlsm|xls|csv|ods|xlsb)$|^\d{1,3}[.、_-]|\(\d+\)|[-_—–\s]/g;

/**
 * Names that may be the subject of a form, best first: its info line, the sheet's name, the file's (specification,
 * section 2, "Who is meant?").
 */
export function formNames(block: Block): FormName[] {
  const { grid } = block;
  const names: FormName[] = [];
  const top = block.headerRows[0]!;
  const lines: { text: string; row: number; column: number }[] = [];
  for (const row of block.aboveRows) {
    const filled = grid
      .filledColumns(row)
      .filter((column) => !block.isSplit || (column >= block.left && column <= block.right));
    if (filled.length === 0) continue;
    lines.push({ text: filled.map((column) => grid.ownText(row, column)).join('    '), row, column: filled[0]! });
  }
  for (const label of SUBJECT_LABELS) {
    for (const { text, row, column } of lines) {
      const name = afterLabel(text, label);
      if (name !== null)
        names.push({
          name,
          place: { sheet: grid.index, row, column },
          from: 'line',
          isPerson: PERSON_LABELS.has(label),
        });
    }
  }
  const first = { sheet: grid.index, row: lines[0]?.row ?? top, column: lines[0]?.column ?? block.left };
  const sheet = withoutNoise(grid.sheet.name);
  if (sheet !== '') names.push({ name: sheet, place: first, from: 'sheet', isPerson: false });
  const file = withoutNoise(grid.workbook.name);
  if (file !== '') names.push({ name: file, place: first, from: 'file', isPerson: false });
  return names;
}

/** What stands behind a label such as 支部名称： in an info line; null when nothing does. */
export function afterLabel(line: string, label: string): string | null {
  const text = line.normalize('NFKC');
  const spaced = label.split('').join('\\s*');
  const match = new RegExp(`(?:^|[\\s,;(])${spaced}(?:\\(盖章\\)|\\(公章\\))?\\s*(?:[:]\\s*|\\s{2,})(.*)$`, 's').exec(
    text,
  );
  if (!match) return null;
  const rest = match[1]!.trim();
  // The next label, or a run of spaces, ends the value.
  const value = rest
    .split(/\s{2,}|\n|\t/)[0]!
    .replace(/[\u4e00-\u9fff()]{2,8}:.*$/, '')
    .replace(/[_＿]+/g, '')
    .replace(/[\s;,。、.]+$/, '')
    .trim();
  return value === '' || /^(?:年|月|日|\d)/.test(value) || /:$/.test(value) ? null : value;
}

/**
 * A sheet's or file's name less the words that say what kind of table it is.
 * @example withoutNoise("红岩锡矿自评表.xlsx") // "红岩锡矿"
 */
export function withoutNoise(name: string): string {
  const text = normaliseText(name).replace(NOISE, '').replace(NOISE, '');
  return /^(?:sheet\d*|工作表\d*|\d*)$/i.test(text) ? '' : text;
}
