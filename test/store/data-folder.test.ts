import { expect, test } from 'vitest';
import { prepareHome } from '../../src/store/embedded/server-home.ts';

test.each(['/proc/jalon', '/proc/jalon/deeper', '/sys/jalon'])(
  'a data folder that the system will not make at %s is refused with its name and what to do',
  (folder) => {
    expect(() => prepareHome(folder, () => {})).toThrow(
      expect.objectContaining({
        name: 'StoreFailure',
        kind: 'folder-not-writable',
        message: expect.stringMatching(new RegExp(`The data folder ${folder} cannot be .*JALON_DATA`)),
      }),
    );
  },
);
