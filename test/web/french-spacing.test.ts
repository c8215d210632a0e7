import { describe, expect, it } from 'vitest';
import { frenchSpacing, typographyOf } from '../../src/contract/messages/french-spacing.ts';
import { REASON_TEXTS } from '../../src/contract/messages/reason-texts.ts';
import { PROFILE_WORDS } from '../../src/features/business-profile/profile-words.ts';
import { VERIFY_WORDS } from '../../src/features/credentials/verify-words.ts';
import { DIRECTORY_WORDS } from '../../src/features/partner-directory/directory-words.ts';
import { PROFILE_SUSPENDED } from '../../src/features/shared/mail/kinds/profile-suspended.ts';
import { renderMail } from '../../src/features/shared/mail/render-mail.ts';
import { PUBLIC_WORDS } from '../../src/features/shared/public-page/public-words.ts';
import { fr } from '../../web/messages/fr/all.ts';

/** Every text in a table of words, those that are made of a name among them. */
function textsIn(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [String(words('1'))];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsIn) : [];
}

describe('French spacing', () => {
  it.each([
    ['Rôles appropriés : {roles}', 'Rôles appropriés\u202F: {roles}'],
    ['la source « OpenedX » manque', 'la source «\u202FOpenedX\u202F» manque'],
    ['obtenue ; visible', 'obtenue\u202F; visible'],
    ['Retirée « hier » : vraiment ?', 'Retirée «\u202Fhier\u202F»\u202F: vraiment\u202F?'],
  ])('keeps the mark with its word: %s', (typed, printed) => {
    expect(frenchSpacing(typed)).toBe(printed);
  });

  it.each(['https://exemple.fr/?a=b;c', 'à 14:05', '{count, number, ::percent}', '[Ouvrir](page:users)'])(
    'leaves a mark without a space before it alone: %s',
    (text) => {
      expect(frenchSpacing(text)).toBe(text);
    },
  );

  it('stands in mails, whatever was typed, and leaves what fills them as it is', () => {
    const filling = { name: 'Léa', reason: 'a : b', company: 'Contoso' };
    const { text } = renderMail(PROFILE_SUSPENDED, 'fr', filling, 'https://jalon.example/?a=b');
    expect(text).toContain('Ses mots\u202F: a : b');
    expect(text).toContain('https://jalon.example/?a=b');
  });

  it('is already typed in every word of the pages for visitors', () => {
    const texts = [PROFILE_WORDS.fr, VERIFY_WORDS.fr, DIRECTORY_WORDS.fr, PUBLIC_WORDS.fr].flatMap(textsIn);
    expect(texts.length).toBeGreaterThan(80);
    expect(texts.filter((text) => frenchSpacing(text) !== text)).toEqual([]);
  });

  it('does not touch English', () => {
    expect(typographyOf('en')('Met : yes ?')).toBe('Met : yes ?');
  });

  it('is already typed in every message of the pages and every reason', () => {
    const texts = Object.entries({ ...fr, ...REASON_TEXTS.fr });
    expect(texts.filter(([, text]) => frenchSpacing(text) !== text)).toEqual([]);
  });
});
