// Reads a workbook and prints how many bytes above its start the process needed at most, and how many cells there are.
import { readFileSync } from 'node:fs';
import { openWorkbook } from '../src/hosts/xlsx';

const bytes = new Uint8Array(readFileSync(process.argv[2]!));
const before = process.memoryUsage.rss();
const { sheets } = openWorkbook(bytes, 'bench.xlsx').snapshot();
const cells = sheets.reduce((sum, { cells: { columns } }) => sum + columns.length, 0);
console.log(JSON.stringify({ bytes: process.resourceUsage().maxRSS * 1024 - before, cells }));
