import { applyChangeSet, openWorkbook, type SheetView } from '../../../src/hosts/xlsx';
import { HIGHLIGHT_FORMULA } from '../../../src/hosts/shared/mark';
import { readNote } from '../../../src/hosts/shared/notes';
import { fittedValidationText } from '../../../src/hosts/shared/validation';
import {
  a1,
  a1Range,
  CellKind,
  type CellValue,
  entryValue,
  formulaAt,
  parseA1,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../../src/model';
import { allCases, openFile } from '../../cases/caseFiles';
import type { Book, Cell } from '../../excel-host/book';
import { bookOf } from '../../excel-host/load';
import { changeSet, formSheet } from '../xlsx/helpers/changeSets';
import { notesIn } from '../xlsx/helpers/notesIn';
import { unpack } from '../xlsx/helpers/packages';
import { booksFor } from '../../templates/support';
import { changesFor, openIn, TASK } from './support';

/** What a cell holds, with its number format; what a formula shows is the program's own affair. */
type Content = readonly [content: CellValue, format: string];

/** Cells that hold something, by address; a merged block holds what its first cell holds. */
function contents(workbook: WorkbookSnapshot, sheet: SheetSnapshot): Record<string, Content> {
  const swallowed = new Set<string>();
  for (const { top, left, bottom, right } of sheet.merges) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (row !== top || column !== left) swallowed.add(a1({ row, column }));
      }
    }
  }
  const result: Record<string, Content> = {};
  const { cells } = sheet;
  cells.rows.forEach((row, k) => {
    for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]!; entry++) {
      const column = cells.columns[entry]!;
      const formula = formulaAt(sheet, row, column);
      if (cells.kinds[entry] === CellKind.blank && formula === null) continue;
      const address = a1({ row, column });
      if (swallowed.has(address)) continue;
      const value = entryValue(workbook, cells, entry);
      if (formula === null && value === '') continue;
      const format = workbook.numberFormats[cells.formats[entry]!]!;
      result[address] = [formula === null ? value : `=${formula}`, format];
    }
  });
  return result;
}

const keysOf = (ranges: readonly { top: number; left: number; bottom: number; right: number }[]) =>
  ranges.map(a1Range).sort();

function sheetsOf(workbook: WorkbookSnapshot) {
  return workbook.sheets
    .filter(({ mark }) => !mark?.startsWith('undo:'))
    .map((sheet) => ({
      name: sheet.name,
      mark: sheet.mark,
      visibility: sheet.visibility,
      merges: keysOf(sheet.merges),
      contents: contents(workbook, sheet),
    }));
}

/** Highlighted cells and their colours. */
function highlightsOfView({ conditions }: SheetView): string[] {
  return conditions
    .flatMap((rule) =>
      rule.type === 'formula' && rule.formula === HIGHLIGHT_FORMULA ? [`${a1Range(rule.range)} ${rule.fill}`] : [],
    )
    .sort();
}

function highlightsOfBook(book: Book, name: string): string[] {
  return book
    .sheet(name)!
    .conditions.filter(({ rule }) => rule.get('Formula') === `=${HIGHLIGHT_FORMULA}`)
    .flatMap(({ ranges, rule }) => ranges.map((range) => `${a1Range(range)} ${String(rule.get('Fill.Color'))}`))
    .sort();
}

/** What is said at cells of a sheet, in the file and in an Excel that has input messages or notes for it. */
function saidInFile(bytes: Uint8Array, name: string, hasNotes: boolean): string[] {
  const notes = Object.entries(notesIn(bytes, name)).map(([cell, content]) => {
    const note = readNote(content)!;
    const { title, text } = hasNotes ? note : fittedValidationText(note);
    return `${cell} ${title} ${text}`;
  });
  return notes.sort();
}

function saidInBook(book: Book, name: string): string[] {
  const { notes, validations } = book.sheet(name)!;
  const prompts = validations.map(({ range, properties }) => {
    const { title, message } = properties.get('Prompt') as { title: string; message: string };
    return `${a1Range(range)} ${title} ${message}`;
  });
  const own = [...notes].map(([cell, { content }]) => {
    const { title, text } = readNote(content)!;
    return `${cell} ${title} ${text}`;
  });
  return [...prompts, ...own].sort();
}

/** The looks that a change set can give, as both programs know them. */
function looksOfView(view: SheetView): Record<string, unknown> {
  const looks: Record<string, unknown> = {};
  const { cells } = view;
  cells.rows.forEach((row, k) => {
    for (let entry = cells.starts[k]!; entry < cells.starts[k + 1]!; entry++) {
      const style = view.styles[view.cellStyles[entry]!]!;
      const look = {
        fill: style.fill ?? '#FFFFFF',
        bold: style.bold ?? false,
        underline: style.underline ?? false,
        border: style.borders?.top ? `${style.borders.top.style} ${style.borders.top.color}` : '',
        horizontal: style.horizontal ?? 'general',
        wrap: style.wrap ?? false,
        size: style.fontSize,
        font: style.fontName,
      };
      if (cells.kinds[entry] !== CellKind.blank) looks[a1({ row, column: cells.columns[entry]! })] = look;
    }
  });
  return looks;
}

function lookOfCell({ look }: Cell) {
  const { top } = look.borders;
  return {
    fill: look.fill,
    bold: look.bold,
    underline: look.underline !== 'None',
    border: top ? `${top.weight.toLowerCase()} ${top.color}` : '',
    horizontal: look.horizontal.toLowerCase(),
    wrap: look.wrap,
    size: look.fontSize,
    font: look.fontName,
  };
}

const files = allCases().flatMap((each) =>
  each.files.map((file): [string, string] => [`${each.name}: ${file.split('/').at(-1)}`, file]),
);

describe.each(files)('%s', (_, file) => {
  test('the same cells, number formats, looks and highlights as in the file', async () => {
    const opened = openFile(file);
    const changes = changesFor(opened.snapshot());
    const { bytes, report } = applyChangeSet(opened, changes);
    const written = openWorkbook(bytes, opened.name);
    const expected = written.snapshot();

    const { excel, workbook } = await openIn(bookOf(opened.snapshot()));
    await workbook.snapshot(TASK);
    const done = await workbook.apply(changes, TASK);
    expect(done).toEqual(report);
    const found = await workbook.snapshot(TASK);
    expect(sheetsOf(found)).toEqual(sheetsOf(expected));

    expected.sheets.forEach(({ name, mark, visibility }, i) => {
      const view = written.view(i);
      expect([name, highlightsOfBook(excel.book, name)]).toEqual([name, highlightsOfView(view)]);
      if (mark === null || visibility === 'veryHidden') return;
      const looks = looksOfView(view);
      const inExcel = Object.fromEntries(
        Object.keys(looks).map((address) => {
          const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address)!;
          const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
          return [address, lookOfCell(excel.book.sheet(name)!.cell(Number(row) - 1, column)!)];
        }),
      );
      expect(inExcel).toEqual(looks);
    });
  });
});

test('in an Excel that has notes: the same notes as in the file', async () => {
  const opened = openFile(files[0]![1]);
  const changes = changesFor(opened.snapshot());
  const { bytes, report } = applyChangeSet(opened, changes);
  const { excel, workbook } = await openIn(bookOf(opened.snapshot()), '1.18');
  await workbook.snapshot(TASK);
  expect(await workbook.apply(changes, TASK)).toEqual(report);
  const said = excel.book.sheets.map(({ name, names }) => (names.length > 0 ? [] : saidInBook(excel.book, name)));
  expect(said.flat().length).toBe(changes.notes!.length);
  const users = excel.book.sheets.filter(({ names }) => names.length === 0);
  for (const { name } of users)
    expect([name, saidInBook(excel.book, name)]).toEqual([name, saidInFile(bytes, name, true)]);
});

describe('a sheet to be filled in', () => {
  type Rule = Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  const OPERATORS: Readonly<Record<string, string>> = {
    GreaterThanOrEqualTo: 'greaterThanOrEqual',
    Between: 'between',
  };

  /** A validation as Excel's API has it, in the words of the file. */
  function inWords(rule: Rule): string {
    const [[kind, value]] = Object.entries(rule) as [[string, Readonly<Record<string, string | number>>]];
    if (kind === 'list') {
      const source = String(value.source);
      return `list ${source.startsWith('=') ? source.slice(1) : `"${source.replaceAll('"', '""')}"`}`;
    }
    if (kind === 'custom') return `custom ${String(value.formula).slice(1)}`;
    const type = kind === 'wholeNumber' ? 'whole' : 'decimal';
    return [type, OPERATORS[value.operator!], value.formula1, value.formula2].filter((v) => v !== undefined).join(' ');
  }

  function unescaped(xml: string): string {
    return xml
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#10;', '\n')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
  }

  function validationsOfFile(xml: string) {
    return [...xml.matchAll(/<dataValidation (.*?)>(.*?)<\/dataValidation>/gs)].map(([, head, body]) => {
      const attribute = (name: string) => unescaped(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(head!)?.[1] ?? '');
      const type = attribute('type');
      const formulas = [...body!.matchAll(/<formula\d>(.*?)<\/formula\d>/gs)].map(([, formula]) => unescaped(formula!));
      const operator = type === 'whole' || type === 'decimal' ? [attribute('operator') || 'between'] : [];
      return {
        range: attribute('sqref'),
        rule: [type, ...operator, ...formulas].join(' '),
        alert: [
          attribute('showErrorMessage') === '1',
          attribute('errorStyle') || 'stop',
          attribute('errorTitle'),
          attribute('error'),
        ],
        prompt: [attribute('promptTitle'), attribute('prompt')],
      };
    });
  }

  function validationsOfBook(book: Book, name: string) {
    return book.sheet(name)!.validations.map(({ range, properties }) => {
      const alert = properties.get('ErrorAlert') as {
        style: string;
        showAlert: boolean;
        title: string;
        message: string;
      };
      const prompt = properties.get('Prompt') as { title: string; message: string } | undefined;
      return {
        range: a1Range(range),
        rule: inWords(properties.get('Rule') as Rule),
        alert: [alert.showAlert, alert.style.toLowerCase(), alert.title, alert.message],
        prompt: [prompt?.title ?? '', prompt?.message ?? ''],
      };
    });
  }

  test('the same validations, protection and unlocked cells as in the file', async () => {
    const opened = openFile(files[0]![1]);
    const roster = { ...formSheet('名册:单位'), validations: [], protection: undefined };
    const changes = changeSet({ workbook: opened.name, sheets: [formSheet('表单'), roster] });
    const { bytes, report } = applyChangeSet(opened, changes);
    const xml = Object.values(unpack(bytes)).find((part) => part.includes('<dataValidations'))!;

    const { excel, workbook } = await openIn(bookOf(opened.snapshot()));
    await workbook.snapshot(TASK);
    expect(await workbook.apply(changes, TASK)).toEqual(report);
    expect(validationsOfBook(excel.book, '表单')).toEqual(validationsOfFile(xml));
    expect(validationsOfFile(xml)).toHaveLength(5);

    const sheet = excel.book.sheet('表单')!;
    expect(sheet.isProtected).toBe(true);
    expect(sheet.protection).toEqual({
      allowFormatColumns: true,
      allowFormatRows: true,
      allowAutoFilter: true,
      allowInsertRows: true,
      allowDeleteRows: true,
    });
    expect(excel.book.sheet('名册_单位')!.isProtected).toBe(false);
    expect([0, 1].map((row) => sheet.cell(row, 3)!.look.locked)).toEqual([true, false]);
    await workbook.undo(false, TASK);
    expect(excel.book.sheet('表单')).toBeUndefined();
  });

  test('a whole new workbook: cells, looks, validations and locks as in the file', async () => {
    const opened = openFile(files[0]![1]);
    const [book] = booksFor({ layout: 'perUnit', registers: ['plans', 'info'] });
    const changes = { ...book!.changes, workbook: opened.name };
    const { bytes, report } = applyChangeSet(opened, changes);
    const written = openWorkbook(bytes, opened.name);
    const expected = written.snapshot();

    const { excel, workbook } = await openIn(bookOf(opened.snapshot()));
    await workbook.snapshot(TASK);
    expect(await workbook.apply(changes, TASK)).toEqual(report);
    expect(sheetsOf(await workbook.snapshot(TASK))).toEqual(sheetsOf(expected));

    const parts = unpack(bytes);
    for (const { name } of report.sheets) {
      const part = written.workbook.sheets.find((sheet) => sheet.name === name)!.part;
      const sheet = excel.book.sheet(name)!;
      expect([name, validationsOfBook(excel.book, name)]).toEqual([name, validationsOfFile(parts[part]!)]);
      expect([name, sheet.isProtected]).toEqual([name, parts[part]!.includes('<sheetProtection ')]);
      const looks = looksOfView(written.view(expected.sheets.findIndex((each) => each.name === name)));
      for (const [address, look] of Object.entries(looks)) {
        const { row, column } = parseA1(address)!;
        expect([name, address, lookOfCell(sheet.cell(row, column)!)]).toEqual([name, address, look]);
      }
    }
  });
});
