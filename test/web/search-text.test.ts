import { describe, expect, it } from 'vitest';
import { matches, normalise, readingsOf } from '../../web/components/search/search-text.ts';

function finds(typed: string, entry: string): boolean {
  return matches(normalise(entry), readingsOf(typed));
}

describe('search', () => {
  it.each([
    ['l’Espace partenaires', "associée à l'espace partenaires"],
    ['COMPETENCES REQUISES', 'Compétences requises'],
    ['rapport\u00a0des qualifications', 'Rapport des qualifications'],
    ['az 104', 'AZ-104 Microsoft Azure Administrator'],
  ])('finds %s whatever the case, accents, apostrophes and spaces', (typed, entry) => {
    expect(finds(typed, entry)).toBe(true);
  });

  it.each([
    ['argent', 'Niveau Silver'],
    ['or', 'Niveau Gold'],
    ['MAPS', 'Action Pack'],
    ['aptitudes', 'Rapport des qualifications'],
    ['MCP', 'MCID'],
    ['Université des partenaires', 'Université partenaire'],
    ['parcours', 'Option SQL Server'],
    ['Partenariat', 'Compétences MPN'],
  ])('takes %s for %s', (typed, entry) => {
    expect(finds(typed, entry)).toBe(true);
  });

  it('does not take a part of a word for a synonym', () => {
    expect(finds('organisation', 'Niveau Gold')).toBe(false);
  });

  it('asks for every word', () => {
    expect(finds('claire exemple', 'Claire Exemple claire@contoso.example')).toBe(true);
    expect(finds('claire dupont', 'Claire Exemple claire@contoso.example')).toBe(false);
  });
});
