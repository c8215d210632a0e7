import { expect, it } from 'vitest';
import { writePdf } from '../../src/files/write-pdf.ts';
import { pdfText } from '../support/pdf-text.ts';

const document = {
  title: 'Profil de Zoé Łukasiewicz',
  lead: 'Établi le 21 novembre 2026',
  sections: [
    { heading: 'Compte', facts: [{ label: 'Nom', value: 'Œuvrard, François-Noël’s “Ñandú” – Αθήνα Жуков' }] },
  ],
  note: 'À la demande de la personne.',
  language: 'fr',
  madeAt: new Date('2026-11-21T10:00:00Z'),
};

it('a document holds its text as text, in every alphabet of Europe', async () => {
  const pdf = await writePdf(document);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdfText(pdf)).toEqual([
    'Profil de Zoé Łukasiewicz',
    'Établi le 21 novembre 2026',
    'Compte',
    'Nom',
    'Œuvrard, François-Noël’s “Ñandú” – Αθήνα Жуков',
    'À la demande de la personne.',
  ]);
  const raw = pdf.toString('latin1');
  expect(raw).toContain('/Lang (fr)');
  expect(raw).toContain('(D:20261121100000Z)');
});

it('a bill has its parties side by side, a table, and what it comes to', async () => {
  const pdf = await writePdf({
    ...document,
    parties: [
      { heading: 'Vendeur', lines: ['Le vendeur', 'Londres'] },
      { heading: 'Client', lines: ['Le client'] },
    ],
    table: {
      columns: [
        { heading: 'Objet', share: 3, align: 'left' },
        { heading: 'Montant', share: 1, align: 'right' },
      ],
      rows: [
        ['Une adhésion dont le nom est si long qu’il lui faut plus que la ligne qui lui est donnée', '10,00'],
      ],
      totals: [
        { label: 'Taxes', value: 'aucune' },
        { label: 'Total', value: '10,00' },
      ],
    },
    sections: [],
  });
  const text = pdfText(pdf).join(' ');
  expect(text).toContain('Vendeur Le vendeur Londres Client Le client Objet Montant Une adhésion');
  expect(text).toMatch(/10,00 Taxes aucune Total 10,00 À la demande/);
});

it('a long value goes on below itself, and what does not fit goes on the next page', async () => {
  const long = 'mot '.repeat(60).trim();
  const facts = Array.from({ length: 40 }, (_, one) => ({ label: `Ligne ${one}`, value: long }));
  const pdf = await writePdf({ ...document, sections: [{ heading: 'Longue', facts }] });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)!.length).toBeGreaterThan(2);
  const text = pdfText(pdf);
  for (const { label } of facts) expect(text).toContain(label);
  expect(text.join(' ').match(/mot/g)).toHaveLength(40 * 60);
});
