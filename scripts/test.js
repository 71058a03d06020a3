// Runs the unit tests, then the end-to-end tests in Chromium against a fresh build, and adds them up.
//   node scripts/test.js [unit] [e2e]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { built } from './build.js';
import { chromiumPath } from './chromium.js';

const SUITES = { unit: 'jest.config.js', e2e: 'jest.e2e.config.js' };
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const wanted = process.argv.slice(2).filter((name) => name in SUITES);

function run(name) {
  const report = `artifacts/${name}.json`;
  rmSync(report, { force: true });
  const env = { ...process.env };
  if (name === 'e2e') {
    env.CHROMIUM_PATH = chromiumPath();
    env.DIST = built();
  }
  const options = ['--config', SUITES[name], '--json', '--outputFile', report];
  // With --json the report goes to stdout too; people read stderr.
  const { status } = spawnSync(process.execPath, [jest, ...options], { stdio: ['inherit', 'ignore', 'inherit'], env });
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) };
}

mkdirSync('artifacts', { recursive: true });
let passed = 0;
let failed = 0;
for (const name of wanted.length > 0 ? wanted : Object.keys(SUITES)) {
  try {
    const counts = run(name);
    passed += counts.passed;
    failed += counts.failed;
  } catch (error) {
    console.error(error.message);
    failed++;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
