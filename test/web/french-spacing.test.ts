import { describe, expect, it } from 'vitest';
import { frenchSpacing, typographyOf } from '../../web/messages/french-spacing.ts';

describe('French spacing', () => {
  it.each([
    ['Rôles appropriés : {roles}', 'Rôles appropriés\u00A0: {roles}'],
    ['la source « OpenedX » manque', 'la source «\u00A0OpenedX\u00A0» manque'],
    ['obtenue ; visible', 'obtenue\u202F; visible'],
    ['Pourquoi ? Parce que.', 'Pourquoi\u202F? Parce que.'],
    ['Retirée « hier » : vraiment ?', 'Retirée «\u00A0hier\u00A0»\u00A0: vraiment\u202F?'],
  ])('keeps the mark with its word: %s', (typed, printed) => {
    expect(frenchSpacing(typed)).toBe(printed);
  });

  it.each(['https://exemple.fr/?a=b;c', 'à 14:05', '{count, number, ::percent}', '[Ouvrir](page:users)'])(
    'leaves a mark without a space before it alone: %s',
    (text) => {
      expect(frenchSpacing(text)).toBe(text);
    },
  );

  it('changes nothing the second time', () => {
    const once = frenchSpacing('« Oui » : non ; peut-être ?');
    expect(frenchSpacing(once)).toBe(once);
  });

  it('does not touch English', () => {
    expect(typographyOf('en')('Met : yes ?')).toBe('Met : yes ?');
  });
});
