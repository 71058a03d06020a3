import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Seconds that LibreOffice may take for one file on a busy machine. */
const DEADLINE = 240_000;

/** A .docx file as LibreOffice shows it: the text of each page. Null where LibreOffice Writer or pdftotext is absent. */
export function pagesInLibreOffice(bytes: Uint8Array): string[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'pioneer-office-'));
  try {
    const [docx, pdf] = ['docx', 'pdf'].map((ending) => join(folder, `document.${ending}`));
    writeFileSync(docx!, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx!]);
    if (!existsSync(pdf!)) return null;
    const read = run('pdftotext', ['-layout', pdf!, '-']);
    if (read === null) return null;
    return read.replace(/\f$/, '').split('\f');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[]): string | null {
  const { error, stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: DEADLINE });
  return error ? null : stdout;
}
