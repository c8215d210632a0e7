import { describe, expect, it } from 'vitest';
import { fitPersonName, LONGEST_PERSON_NAME, PERSON_NAME_FORM } from '../../src/domain/text/person-name.ts';

describe('a name that comes from outside', () => {
  it.each([
    ['Zoé', 'Zoé'],
    ['  Anne \t Marie  ', 'Anne Marie'],
    ['evil\u202egnp.exe', 'evil gnp.exe'],
    ['one\r\nBcc: all', 'one Bcc: all'],
    ['😀', ''],
    ['…', ''],
    ['', ''],
    ['李 小龍', '李 小龍'],
  ])('%j is kept as %j', (text, kept) => {
    expect(fitPersonName(text)).toBe(kept);
  });

  it('is cut at the longest that a form takes, and not within a character', () => {
    const cut = fitPersonName(`${'a'.repeat(LONGEST_PERSON_NAME - 1)}😀b`);
    expect(cut).toBe('a'.repeat(LONGEST_PERSON_NAME - 1));
    expect(fitPersonName(`x ${'é'.repeat(300)}`)).toHaveLength(LONGEST_PERSON_NAME);
  });

  it.each(['a\ud800b', '\u0000name', 'a\u2028b', `${' '.repeat(300)}z`])(
    '%j then has the form of a name',
    (text) => {
      expect(PERSON_NAME_FORM.test(fitPersonName(text))).toBe(true);
    },
  );
});
