import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { type Outcome, scoreWorkbooks } from '../../src/app';
import { openWorkbook, type OpenedWorkbook } from '../../src/hosts/xlsx';
import type { ExpectedResult } from './compare';

/** A case: its workbooks and what they must give. */
export interface Case {
  /** Path below this folder, without ending. */
  readonly name: string;
  readonly files: readonly string[];
  readonly expected: ExpectedResult;
}

const ENDING = '.expected.json';

/** Every NAME.expected.json below this folder with its workbook NAME.xlsx, or all the workbooks of the folder NAME. */
export function allCases(): readonly Case[] {
  return [__dirname, join(__dirname, 'more')]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith(ENDING))
    .map((path) => {
      const stem = path.slice(0, -ENDING.length);
      const expected = JSON.parse(readFileSync(path, 'utf8')) as ExpectedResult;
      return { name: relative(__dirname, stem), files: workbooksOf(stem), expected };
    });
}

function workbooksOf(stem: string): string[] {
  if (!existsSync(stem) || !statSync(stem).isDirectory()) return [`${stem}.xlsx`];
  return readdirSync(stem)
    .filter((name) => extname(name) === '.xlsx')
    .sort((a, b) => a.localeCompare(b, 'zh-CN'))
    .map((name) => join(stem, name));
}

export function openFile(path: string): OpenedWorkbook {
  return openWorkbook(new Uint8Array(readFileSync(path)), basename(path));
}

/** Scores workbooks on a day on which nothing more falls due. */
export function scoreOpened(opened: readonly OpenedWorkbook[]): Outcome {
  return scoreWorkbooks(
    opened.map((workbook) => workbook.snapshot()),
    {
      locale: 'zh-CN',
      today: '2030-06-15',
      run: { version: '1.0.0', at: '2030-06-15 09:30', hashes: opened.map(() => null) },
    },
  );
}
