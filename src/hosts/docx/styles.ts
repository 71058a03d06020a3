import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IRunStylePropertiesOptions } from 'docx';
import type { ParagraphRole, TextDocument } from '../../model';
import { CELLS, characters, FONTS, LATIN_FONT, LOOKS, type FontUse, type Look } from './looks';

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

/**
 * Fonts of a run: Chinese and the quotation marks beside it in the font of its use. Digits and letters stand in Times
 * New Roman, but in titles and headings of a Chinese document in the same font as the characters.
 */
export function fonts(use: FontUse, language: TextDocument['language']): RunFonts {
  const { name } = FONTS[use];
  const latin = language === 'zh-CN' && (use === 'title' || use === 'heading') ? name : LATIN_FONT;
  return {
    ascii: latin,
    hAnsi: latin,
    cs: LATIN_FONT,
    eastAsia: name,
    ...(language === 'zh-CN' ? { hint: 'eastAsia' } : {}),
  };
}
type RunFonts = NonNullable<IRunStylePropertiesOptions['font']>;

/** Where Chinese changes the font English is bold. */
export function standsOut(use: FontUse, language: TextDocument['language']): boolean {
  return language === 'en-US' && use !== 'body' && use !== 'page';
}

/** Id of the style of a role. */
export function styleOf(role: ParagraphRole | 'cell'): string {
  return `doc-${role}`;
}

/** One style for each role, so that a person who edits the file changes a look once for all. */
export function paragraphStyles({
  layout,
  language,
}: Pick<TextDocument, 'layout' | 'language'>): IParagraphStyleOptions[] {
  const roles = Object.entries(LOOKS[layout]) as [ParagraphRole, Look][];
  const { size, line, style } = CELLS[layout];
  const cell: Look = { style, font: 'body', size, line, align: 'center' };
  return [...roles, ['cell', cell] as const].map(([role, look]) => ({
    id: styleOf(role),
    name: look.style,
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      font: fonts(look.font, language),
      size: look.size,
      ...(standsOut(look.font, language) ? { bold: true } : {}),
    },
    paragraph: {
      // Few words fit a line of this size: justified, English would have holes.
      alignment: ALIGN[look.align === 'both' && language === 'en-US' ? 'left' : look.align],
      spacing: { before: look.before ?? 0, after: look.after ?? 0, line: look.line, lineRule: LineRuleType.EXACT },
      indent: indentOf(look),
      keepNext: look.keepNext ?? false,
      ...(look.outline === undefined ? {} : { outlineLevel: look.outline }),
      // A cell holds names and numbers: Word need not keep two of its lines together.
      widowControl: role !== 'cell',
    },
  }));
}

function indentOf({ firstLine, left, hanging, right, size }: Look) {
  return {
    ...(firstLine === undefined ? {} : { firstLine: characters(firstLine, size), firstLineChars: firstLine * 100 }),
    ...(left === undefined ? {} : { left: characters(left, size) }),
    ...(hanging === undefined ? {} : { hanging: characters(hanging, size) }),
    ...(right === undefined ? {} : { right: characters(right, size) }),
  };
}
