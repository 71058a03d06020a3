import { translate, type Locale } from '../i18n';
import { a1, columnName, type Finding, type SheetReading } from '../model';
import { toJson, type ScoresJson } from '../score';
import type { Outcome } from './types';

/** A recognised sheet in the result (specification, section 11); rows count from 1. */
export interface SheetJson {
  readonly workbook: string;
  readonly name: string;
  readonly role: SheetReading['role'];
  readonly layout: SheetReading['layout'];
  readonly source: SheetReading['source'];
  readonly headerRows: readonly number[];
  readonly firstRow: number | null;
  readonly lastRow: number | null;
  /** How sure the recognition is, 0..1, and why in one sentence. */
  readonly confidence: number;
  readonly reason: string;
  /** What each column was taken for, by its letter. */
  readonly columns: readonly { readonly column: string; readonly header: string; readonly field: string | null }[];
}

/** A finding in the result. */
export interface FindingJson {
  readonly code: Finding['code'];
  readonly severity: Finding['severity'];
  readonly subject: string | null;
  readonly workbook: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly message: string;
  readonly messageEn: string;
  readonly action: string;
}

/** The result of a run as data, the same for sheets, task pane and command line (specification, section 11). */
export interface ResultJson {
  readonly period: string | null;
  readonly asOf: string;
  readonly sheets: readonly SheetJson[];
  readonly subjects: ScoresJson['subjects'];
  readonly attainment: ScoresJson['attainment'];
  readonly findings: readonly FindingJson[];
}

/** Why a sheet was taken for its role, in words. */
export function reasonText({ reasons }: SheetReading, locale: Locale): string {
  return reasons.map(({ key, data }) => translate(locale, `recognise.reason.${key}`, data)).join('');
}

/** The result of an outcome: numbers rounded to 2 places, rates to 4, what does not exist null. */
export function resultJson({ assessment, result, findings }: Outcome): ResultJson {
  const workbookOf = (sheet: number) => assessment.workbooks[assessment.sheets[sheet]!.workbook]!.name;
  const { subjects, attainment } = toJson(assessment, result);
  const oneBased = (row: number | null) => (row === null ? null : row + 1);
  return {
    period: assessment.period?.text ?? null,
    asOf: assessment.asOf,
    sheets: assessment.sheets.map((sheet, index) => ({
      workbook: workbookOf(index),
      name: sheet.name,
      role: sheet.role,
      layout: sheet.layout,
      source: sheet.source,
      headerRows: sheet.headerRows.map((row) => row + 1),
      firstRow: oneBased(sheet.firstRow),
      lastRow: oneBased(sheet.lastRow),
      confidence: Math.round(sheet.confidence * 100) / 100,
      reason: reasonText(sheet, 'zh-CN'),
      columns: sheet.columns.map(({ column, header, field }) => ({ column: columnName(column), header, field })),
    })),
    subjects,
    attainment,
    findings: findings.map(({ code, severity, subject, place, message, messageEn, action }) => ({
      code,
      severity,
      subject,
      workbook: place ? workbookOf(place.sheet) : null,
      sheet: place ? assessment.sheets[place.sheet]!.name : null,
      cell: place ? a1(place) : null,
      message,
      messageEn,
      action,
    })),
  };
}
