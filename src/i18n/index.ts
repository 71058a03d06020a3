import zhHosts from './zh-CN/hosts.json';
import zhTaskpane from './zh-CN/taskpane.json';
import zhValues from './zh-CN/values.json';
import enHosts from './en-US/hosts.json';
import enTaskpane from './en-US/taskpane.json';
import enValues from './en-US/values.json';

/** Languages of the product; Chinese is the first, English its equal. */
export type Locale = 'zh-CN' | 'en-US';
export const LOCALES: readonly Locale[] = ['zh-CN', 'en-US'];

type Catalogue = Readonly<Record<string, string>>;

const rooms: Readonly<Record<Locale, Record<string, Catalogue>>> = {
  'zh-CN': {
    hosts: zhHosts,
    taskpane: zhTaskpane,
    values: zhValues,
  },
  'en-US': {
    hosts: enHosts,
    taskpane: enTaskpane,
    values: enValues,
  },
};

/**
 * The texts of each room; a key is "<room>.<name>" and the room's file holds it under "<name>". Those that a page does
 * not need at its start are added by files of their own, and those that only scoring needs by `work.ts`.
 */
export const CATALOGUES: Readonly<Record<Locale, Readonly<Record<string, Catalogue>>>> = rooms;

/** Adds the texts of a room. */
export function addTexts(room: string, texts: Readonly<Record<Locale, Catalogue>>): void {
  for (const locale of LOCALES) rooms[locale][room] = texts[locale];
}

/** What a text is filled in with. */
export type TextData = Readonly<Record<string, string | number>>;

/**
 * A text of the product in one language, its {places} filled in.
 * @throws Error when no room has such a text: a programming mistake, caught by the tests.
 * @example translate("en-US", "findings.D01.blank", { indicator: "党课" }) // "No value for 党课."
 */
export function translate(locale: Locale, key: string, data: TextData = {}): string {
  const dot = key.indexOf('.');
  const room = CATALOGUES[locale][key.slice(0, dot)];
  const name = key.slice(dot + 1);
  const text = room && Object.hasOwn(room, name) ? room[name] : undefined;
  if (text === undefined) throw new Error(`no text ${key} in ${locale}`);
  return text.replace(/\{(\w+)\}/g, (place, field: string) =>
    Object.hasOwn(data, field) ? String(data[field]) : place,
  );
}
