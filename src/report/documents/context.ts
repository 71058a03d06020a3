import type { Locale } from '../../i18n';
import type { IsoDate } from '../../model';
import { viewsOf, type ReportSource } from '..';
import type { SchemeView } from '../schemeView';
import { textsOf } from '../texts';
import { owingUnits, type OwingUnit } from './owing';
import { dayText, daysLater, periodText, wordsOf, type Words } from './words';

/** Days that units are given to answer, where nobody says otherwise. */
const DAYS_TO_ANSWER = 15;

/** What a person can decide about the documents. */
export interface DocumentOptions {
  readonly locale: Locale;
  /** Who is behind is counted and not named; who is commended keeps the name. Of no effect on what goes to one unit. */
  readonly anonymous?: boolean;
  /** Who sends it (发文机关); 集团党委组织部 unless given. */
  readonly issuer?: string;
  /** Day by which units are to answer; 15 days after the as-of date unless given. */
  readonly dueDay?: IsoDate;
}

/** What every part of a document is written with. */
export interface DocumentContext {
  readonly source: ReportSource;
  readonly views: readonly SchemeView[];
  readonly locale: Locale;
  readonly words: Words;
  readonly isAnonymous: boolean;
  readonly issuer: string;
  /** Day on which duties were judged and by which units answer, in words. */
  readonly asOf: string;
  readonly due: string;
  /** The period in words, "" without one. */
  readonly period: string;
  /** Who owes what, in roster order. */
  readonly owing: readonly OwingUnit[];
}

/** Collects once what the parts of a document need again and again. */
export function openContext(source: ReportSource, options: DocumentOptions): DocumentContext {
  const { assessment } = source;
  const words = wordsOf(options.locale);
  const issuer = options.issuer?.trim() ?? '';
  return {
    source,
    // What changed since the period before is left to the rankings.
    views: viewsOf(textsOf(options.locale), source, []),
    locale: options.locale,
    words,
    isAnonymous: options.anonymous ?? false,
    issuer: issuer === '' ? words('issuer') : issuer,
    asOf: dayText(assessment.asOf, words),
    due: dayText(options.dueDay ?? daysLater(assessment.asOf, DAYS_TO_ANSWER), words),
    period: periodText(assessment.period, options.locale),
    owing: owingUnits(source),
  };
}
