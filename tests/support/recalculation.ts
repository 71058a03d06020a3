import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbook } from '../../src/hosts/xlsx';
import { SheetGrid } from '../../src/hosts/shared/sheetGrid';
import { a1, type CellBlock, type ChangeSet, type OutValue, type ResultSheet, valueAt } from '../../src/model';

/** A formula that was written, with the result that we computed. */
export interface WrittenFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: number | string | boolean;
}

type Formula = Extract<OutValue, { readonly formula: string }>;

function isFormula(value: OutValue): value is Formula {
  return typeof value === 'object' && value !== null && 'formula' in value;
}

/** All formulas of a change set. */
export function formulasOf({ sheets }: Pick<ChangeSet, 'sheets'>): WrittenFormula[] {
  return sheets.flatMap((sheet) => {
    const grid = new SheetGrid(sheet);
    return grid
      .rows()
      .flatMap((row) =>
        grid
          .cells(row)
          .flatMap(({ column, value }) =>
            isFormula(value) ? [{ sheet: sheet.name, row, column, formula: value.formula, value: value.value }] : [],
          ),
      );
  });
}

/** The same changes with a wrong result beside each formula: who shows ours has computed it. */
export function withWrongResults(changes: ChangeSet): ChangeSet {
  const wrong = (value: OutValue): OutValue => (isFormula(value) ? { ...value, value: -12345 } : value);
  const blocks = (list: readonly CellBlock[]): CellBlock[] =>
    list.map((block) => ({ ...block, values: block.values.map((row) => row.map(wrong)) }));
  return { ...changes, sheets: changes.sheets.map((sheet) => ({ ...sheet, blocks: blocks(sheet.blocks) })) };
}

/** Results that differ by more than a double does, as sentences. */
function differences(formulas: readonly WrittenFormula[], resultOf: (formula: WrittenFormula) => unknown): string[] {
  return formulas.flatMap((written) => {
    const found = resultOf(written);
    const isSame =
      typeof written.value === 'number'
        ? typeof found === 'number' && Math.abs(found - written.value) <= 2e-9 * Math.max(1, Math.abs(written.value))
        : found === written.value;
    const { sheet, formula, value } = written;
    return isSame
      ? []
      : [`${sheet}!${a1(written)} =${formula}: ${JSON.stringify(found)}, written ${JSON.stringify(value)}`];
  });
}

/** What IronCalc finds otherwise than we wrote it, change set by change set. */
export function differencesInIronCalc(sets: readonly Pick<ChangeSet, 'sheets'>[]): string[][] {
  const workbooks = sets.map(({ sheets }) => sheets.map((sheet) => ({ name: sheet.name, cells: entriesOf(sheet) })));
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, 'calculate.mjs')], {
    input: JSON.stringify(workbooks),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  const results = JSON.parse(stdout) as [row: number, column: number, text: string][][][];
  return sets.map((changes, i) => {
    const found = new Map(
      results[i]!.flatMap((list, sheet) =>
        list.map(([row, column, text]) => [`${changes.sheets[sheet]!.name} ${row} ${column}`, text]),
      ),
    );
    return differences(formulasOf(changes), ({ sheet, row, column, value }) => {
      const text = found.get(`${sheet} ${row} ${column}`);
      return typeof value === 'number' && text ? Number(text) : text;
    });
  });
}

function entriesOf(sheet: ResultSheet): [row: number, column: number, entry: string][] {
  const grid = new SheetGrid(sheet);
  return grid.rows().flatMap((row) =>
    grid.cells(row).flatMap(({ column, value }): [number, number, string][] => {
      const entry = entryOf(value);
      return entry === null ? [] : [[row, column, entry]];
    }),
  );
}

/** What a person would type for a value; a text that begins like a formula stays a text. */
function entryOf(value: OutValue): string | null {
  if (value === null || value === '') return null;
  if (isFormula(value)) return `=${value.formula}`;
  if (typeof value === 'string') return `'${value}`;
  return typeof value === 'object' ? `'${value.text}` : String(value);
}

/** Path of LibreOffice, or null where it is not installed. */
export function libreOffice(): string | null {
  try {
    return execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** A profile in which files of Excel are computed anew whenever they are opened. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The workbooks as LibreOffice saves them after it computed every formula. */
export function recalculated(soffice: string, workbooks: readonly Uint8Array[]): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'pioneer-recalculation-'));
  try {
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
    writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), SETTINGS);
    const files = workbooks.map((bytes, i) => {
      const file = join(folder, `${i}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    const out = join(folder, 'out');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(soffice, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...files], {
      stdio: 'ignore',
    });
    return files.map((_, i) => new Uint8Array(readFileSync(join(out, `${i}.xlsx`))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a recalculated workbook shows otherwise than we wrote it, and every error value in it. */
export function differencesIn(bytes: Uint8Array, changes: Pick<ChangeSet, 'sheets'>): string[] {
  const workbook = openWorkbook(bytes, '重算.xlsx').snapshot();
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return differences(formulasOf(changes), ({ sheet, row, column }) => {
    const found = sheets.get(sheet);
    return found && valueAt(workbook, found, row, column);
  });
}
