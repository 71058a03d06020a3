import { createSession } from '../../src/app/session';
import { SESSION_ROOMS } from '../../src/app/sessionRooms';
import { writeDocx } from '../../src/hosts/docx/lazy';
import { newFiles } from '../../src/hosts/xlsx';
import { openFile } from '../cases/caseFiles';
import { unpack } from '../hosts/xlsx/helpers/packages';

const OPTIONS = { locale: 'zh-CN', issuer: '公司党委工作部' } as const;

function scoredSession() {
  const session = createSession({ ...SESSION_ROOMS, writeDocx, newFiles });
  const file = openFile(`${__dirname}/../cases/more/m02-registers-half-year.xlsx`);
  session.score([file.snapshot()], { locale: 'zh-CN', today: '2030-06-15' });
  return session;
}

test('documents come with their files, reminders as texts', async () => {
  const session = scoredSession();
  for (const question of ['bulletin', 'feedback'] as const) {
    const { document, bytes } = await session.answer(question, OPTIONS);
    expect(document.language).toBe('zh-CN');
    expect(unpack(bytes)['word/document.xml']).toContain('公司党委工作部');
  }
  const reminders = await session.answer('reminders', OPTIONS);
  expect(reminders.map(({ unit }) => unit)).toContain('石林矿党委');
  expect(reminders[0]!.text).toContain('公司党委工作部');
});

test('there is nothing to write before a run', async () => {
  const session = createSession({ ...SESSION_ROOMS, writeDocx, newFiles });
  expect(() => session.answer('reminders', OPTIONS)).toThrow('nothing has been scored yet');
});
