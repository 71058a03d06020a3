import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx';
import type { TextDocument } from '../../model';
import { characters } from './looks';
import { fonts } from './styles';

/** 四号, in half-points. */
const SIZE = 28;

/**
 * Page numbers of GB/T 9704: 四号 宋体 between dashes, on odd pages one character from the right margin, on even ones
 * from the left. Forms are handed out page by page and have none.
 */
export function pageFooters(layout: TextDocument['layout']): { default?: Footer; even?: Footer } {
  return layout === 'form' ? {} : { default: footer('right'), even: footer('left') };
}

function footer(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: characters(1, SIZE) },
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fonts('page', 'zh-CN'), size: SIZE }),
        ],
      }),
    ],
  });
}
