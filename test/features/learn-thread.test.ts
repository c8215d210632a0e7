import { join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { readProgrammeFiles } from '../../src/catalogue/programme-files.ts';
import { readLearnOnThread } from '../../src/features/catalogue/catalogue-threads.ts';

it('a catalogue file that unfolds into more than a thread may hold ends the thread and nothing else', async () => {
  const files = await readProgrammeFiles(join(catalogueRoot(), 'solutions-partner'));
  const asked = (text: string) =>
    readLearnOnThread({ files, bytes: Buffer.from(text), take: ['title'], day: '2026-11-22' }, 96);
  // Each item of the list is twenty times as large in memory as in the file.
  expect(await asked(`{"exams":[${'[[[[[[[[]]]]]]]],'.repeat(350_000)}0]}`)).toBeNull();
  expect(await asked('{"exams":[{"uid":"exam.zz-999","title":"Of tomorrow"}]}')).toMatchObject({
    kind: 'read',
    reading: { read: 1, known: 0 },
  });
}, 120_000);
