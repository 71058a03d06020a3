// Writes the sample workbook that the browser edition opens at its start. Run it after a change to scripts/sample.
import { writeFileSync } from 'node:fs';
import { sampleWorkbook } from './sample/workbook';

const path = new URL('../assets/样例-年度考核.xlsx', import.meta.url);
writeFileSync(path, sampleWorkbook());
console.log(`assets/${decodeURIComponent(path.pathname.split('/').at(-1)!)}`);
