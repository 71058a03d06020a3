import { normaliseText } from '../values';

/** Content of a bracket that is points or a unit, not part of a name: 20分, 分, %, 次, 百分制. */
const UNIT =
  '(?:百|千|万|亿)?(?:元|吨|克|人次|人|次|篇|条|项|个|起|件|票|份|天|日|月|年|户|台|套|米|公里|度|千瓦时|小时|学时|课时|场|期|例|分|%|‰|平方米|立方米|公斤|标煤)';
const COMPOUND_UNIT = new RegExp(`^${UNIT}(?:/${UNIT})?$`);
const UNIT_IN_BRACKETS =
  /^(?:满分|共|计|最高)?\d+(?:\.\d+)?(?:分|%)?$|^(?:分|%|次|人|人次|篇|条|项|个|起|件|元|万元|票|份|天|月|百分制|百分比|分数|填?数字|√|分\/次|[有是√✓YN](?:\/|或)[无否×✗NY]|填.{1,6})$/;
const BRACKETS = /[([【〔{<《]([^()[\]【】〔〕{}<>《》]{0,12})[)\]】〕}>》]/g;

/** Numbering before a name: 一、 (一) 1. 1、 第一条. A decimal such as 1.5 is none. */
const NUMBERING = /^(?:[([]?[一二三四五六七八九十]{1,3}[)\]、.:]|[([]\d{1,2}[)\]][、.]?|\d{1,2}[、.)](?!\d))/;
const CIRCLED = /^[\u2460-\u2473]/;

/**
 * A header for looking up: normalised, in lower case, without units or points in brackets and without a colon.
 * @example headerKey("自评得分（分）") // "自评得分"
 */
export function headerKey(text: string): string {
  return stripUnits(normaliseText(text))
    .replace(/[:;*]+$/, '')
    .toLowerCase();
}

function stripUnits(normalised: string): string {
  return normalised.replace(BRACKETS, (whole, inner: string) =>
    UNIT_IN_BRACKETS.test(inner) || COMPOUND_UNIT.test(inner) ? '' : whole,
  );
}

/**
 * A name for comparing: like a header, without numbering, quotes and punctuation.
 * @example nameKey("1.制定并上报“云岭先锋”实施方案（4分）") // "制定并上报云岭先锋实施方案"
 */
export function nameKey(text: string): string {
  const key = stripUnits(normaliseText(text.replace(CIRCLED, ''))).replace(NUMBERING, '');
  return key.replace(/[\p{P}\p{S}]/gu, (mark) => (mark === '%' ? mark : '')).toLowerCase();
}

/**
 * Points that a label states in brackets, or null.
 * @example pointsInLabel("领 导 班 子 好 ︻20分︼") // 20
 */
export function pointsInLabel(text: string): number | null {
  let points: number | null = null;
  for (const match of normaliseText(text).matchAll(BRACKETS)) {
    const inner = /^(?:满分|共|计)?(\d+(?:\.\d+)?)分?$/.exec(match[1]!);
    if (inner) points = Number(inner[1]);
  }
  return points ?? barePoints(text);
}

/**
 * True for a text that is a full mark and nothing else.
 * @example isFullMark("满分 20") // true
 */
export function isFullMark(text: string): boolean {
  return /^[(]?(?:满分[:：]?\d{1,4}(?:\.\d+)?分?|\d{1,4}(?:\.\d+)?分)[)]?$/.test(normaliseText(text));
}

/** Points written bare behind a name, e.g. 群众评价15分. */
function barePoints(text: string): number | null {
  const match = /[\u4e00-\u9fff](\d{1,4}(?:\.\d+)?)分$/.exec(normaliseText(text));
  return match ? Number(match[1]) : null;
}

/** Points written bare behind a name (支部建设13分, or 20 on a line of its own), cut off; else the text itself. */
export function withoutBarePoints(text: string): string {
  const written = text.normalize('NFKC').trim();
  return written.replace(/\s+\d{1,3}(?:\.\d+)?$/, '').replace(/\s*\d+(?:\.\d+)?\s*分$/, '');
}

/** A text without its numbering, for showing: "一、生产单位" gives "生产单位". */
export function withoutNumbering(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(NUMBERING, '')
    .replace(/[:：]$/, '')
    .trim();
}

/** True when a text begins with a numbering such as 一、 or (二). */
export function hasNumbering(text: string): boolean {
  return NUMBERING.test(normaliseText(text));
}
