import { describe, expect, it } from 'vitest';
import { frenchSpacing, typographyOf } from '../../src/contract/messages/french-spacing.ts';
import { REASON_TEXTS } from '../../src/contract/messages/reason-texts.ts';
import { fr } from '../../web/messages/fr/all.ts';

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

  it('does not touch English', () => {
    expect(typographyOf('en')('Met : yes ?')).toBe('Met : yes ?');
  });

  it('is already typed in every message of the pages and every reason', () => {
    const texts = Object.entries({ ...fr, ...REASON_TEXTS.fr });
    expect(texts.filter(([, text]) => frenchSpacing(text) !== text)).toEqual([]);
  });
});
