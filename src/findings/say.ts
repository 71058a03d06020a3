import { CATALOGUES, translate, type Locale } from '../i18n';
import type { CellRef, Finding, FindingCode, IsoDate, Severity } from '../model';
import { severityOf } from './severity';
import { inLocale, type WordData } from './words';

/** Whom a finding is about, as findings name it. */
export interface About {
  readonly subject: string;
  readonly name: string;
  readonly scheme: string | null;
}

/** A finding before it is put into words. */
export interface Saying {
  readonly code: FindingCode;
  /** Picks the sentence `findings.<code>.<variant>`. */
  readonly variant: string;
  readonly about: About | null;
  readonly place: CellRef | null;
  readonly data?: WordData;
  /** Where the case is milder or graver than its code usually is. */
  readonly severity?: Severity;
  /** Scheme of a finding that is about no single subject. */
  readonly scheme?: string | null;
  /** Day by which it was to be done, where the rules name one. */
  readonly deadline?: IsoDate | null;
  /** How much is owed, where it can be more than one thing. */
  readonly owed?: number;
}

/** Puts a finding into words: what is wrong and what to do, in Chinese and in English. */
export function say(saying: Saying): Finding {
  const { code, variant, about, place, data = {}, severity, scheme, deadline = null, owed = 1 } = saying;
  const zh = inLocale(data, 'zh-CN');
  const en = inLocale(data, 'en-US');
  const message = sentence('zh-CN', [`${code}.${variant}`, code], zh);
  const messageEn = sentence('en-US', [`${code}.${variant}`, code], en);
  return {
    code,
    variant,
    severity: severity ?? severityOf(code),
    subject: about?.subject ?? null,
    subjectName: about?.name ?? null,
    scheme: about?.scheme ?? scheme ?? null,
    place,
    deadline,
    owed,
    message,
    messageEn,
    action: sentence('zh-CN', [`${code}.${variant}.action`, `${code}.action`], zh),
    actionEn: sentence('en-US', [`${code}.${variant}.action`, `${code}.action`], en),
    brief: sentence('zh-CN', [`${code}.${variant}.brief`, `${code}.brief`], zh, withoutStop(message)),
    briefEn: sentence('en-US', [`${code}.${variant}.brief`, `${code}.brief`], en, withoutStop(messageEn)),
  };
}

/**
 * The first of the texts that exists and that the data can fill in: a case without a sentence of its own gets that of
 * its code, and nobody ever reads an empty {place}. Where none fits, `otherwise` is said, else the last of them as it is.
 */
function sentence(
  locale: Locale,
  names: readonly string[],
  data: Readonly<Record<string, string | number>>,
  otherwise?: string,
): string {
  const texts = CATALOGUES[locale]['findings']!;
  const fits = (name: string): boolean =>
    Object.hasOwn(texts, name) && placesOf(texts[name]!).every((place) => Object.hasOwn(data, place));
  const found = names.find(fits);
  if (found === undefined && otherwise !== undefined) return otherwise;
  const name = found ?? names[names.length - 1]!;
  return translate(locale, `findings.${name}`, data);
}

/** @example withoutStop("没有计分。") // "没有计分" */
function withoutStop(text: string): string {
  return text.replace(/[。.]$/u, '');
}

const placesByText = new Map<string, readonly string[]>();

/** Names of the places in a text, worked out once for each text. */
function placesOf(text: string): readonly string[] {
  let places = placesByText.get(text);
  if (!places) {
    places = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    placesByText.set(text, places);
  }
  return places;
}
