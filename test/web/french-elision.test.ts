import { describe, expect, it } from 'vitest';
import { withElision } from '../../src/contract/messages/french-elision.ts';

function said(name: string): string {
  return withElision({ name }, (values) => `Départ de ${values.name}, plutôt que ${values.name}`);
}

describe('French sentences about somebody', () => {
  it.each([
    ['Olivier Besson', 'Départ d’Olivier Besson, plutôt qu’Olivier Besson'],
    ['Élodie Petit', 'Départ d’Élodie Petit, plutôt qu’Élodie Petit'],
    ['Claire Exemple', 'Départ de Claire Exemple, plutôt que Claire Exemple'],
    ['Yann Modèle', 'Départ de Yann Modèle, plutôt que Yann Modèle'],
  ])('drop the vowel before the vowel of a name: %s', (name, sentence) => {
    expect(said(name)).toBe(sentence);
  });

  it('leave a name as its owner writes it', () => {
    expect(said('Maria de Almeida')).toContain('Départ de Maria de Almeida');
  });

  it('leave the words that choose a form of the sentence alone', () => {
    expect(withElision({ mail: 'other', count: 1 }, ({ mail, count }) => `${mail} ${count}`)).toBe('other 1');
  });
});
