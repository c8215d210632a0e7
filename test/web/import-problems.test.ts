import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import {
  IMPORT_FILE_PROBLEMS,
  IMPORT_ROW_REASONS,
  IMPORT_WARNINGS,
} from '../../src/contract/import-codes.ts';
import { importProblem } from '../../src/features/imports/import-problem.ts';
import { en } from '../../web/messages/en/all.ts';
import { fr } from '../../web/messages/fr/all.ts';
import type { Translate } from '../../web/messages/use-text.ts';
import {
  fileProblemText,
  importWarningText,
  rowReasonText,
} from '../../web/pages/imports/import-problems.ts';

const MESSAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = { fr, en };

function texts(locale: 'fr' | 'en'): Translate {
  return (id, values) =>
    String(new IntlMessageFormat(MESSAGES[locale]![id]!, locale).format(values)).replaceAll('\u202f', ' ');
}

const PARAMS = {
  found: ['Mail'],
  accepted: ['skill | title'],
  header: 'Mail',
  limit: 5_242_880,
  size: 9_000_000,
};

describe('what is wrong with a file', () => {
  it.each(IMPORT_FILE_PROBLEMS)('%s is a sentence of its own language, without a code', (code) => {
    const problem = { code, line: 3, column: 2, field: 'skill', params: PARAMS };
    const [french, english] = [fileProblemText(texts('fr'), problem), fileProblemText(texts('en'), problem)];
    expect(french).toMatch(/\(ligne 3, colonne 2\)$/);
    expect(english).toMatch(/\(line 3, column 2\)$/);
    expect(french).not.toMatch(/\b(found|accepted|fields|is not among|the|of)\b|[a-z]+-[a-z]+-[a-z]+/);
    expect(english).not.toMatch(/\b(trouvé|colonnes|une|des)\b|[a-z]+-[a-z]+-[a-z]+/);
  });

  it('names what was found and what would do, in French', () => {
    const problem = importProblem({
      kind: 'missing-columns',
      missing: [
        { fields: ['skill', 'skillTitle'], acceptedNames: ['Skill ID'] },
        { fields: ['achievedOn'], acceptedNames: ['Achieved on', "Date d'obtention"] },
      ],
      found: ['Mail', 'Examen'],
    });
    expect(fileProblemText(texts('fr'), problem)).toBe(
      "Il manque des colonnes : ID ou intitulé de la qualification | Intitulé de la qualification, Date d’obtention. Colonnes trouvées : Mail, Examen. Noms acceptés : Skill ID · Achieved on | Date d'obtention.",
    );
    const old = importProblem({ kind: 'wrong-format', found: 'old-excel' });
    expect(fileProblemText(texts('fr'), old)).toContain('(trouvé : ancien classeur Excel (.xls))');
    const large = importProblem({ kind: 'file-too-large', size: 31_457_280, limit: 26_214_400 });
    expect(fileProblemText(texts('fr'), large)).toContain('30 Mo pour 25 Mo au plus');
  });
});

describe('the answer for a row', () => {
  it.each(IMPORT_ROW_REASONS)('%s is a sentence in both languages', (reason) => {
    const [french, english] = (['fr', 'en'] as const).map((locale) =>
      rowReasonText(texts(locale), reason, '3 / 5'),
    );
    expect(french).not.toBe(english);
    for (const text of [french, english]) expect(text).toMatch(/^[A-ZÉ].*\.$/);
  });
});

describe('the answer for a row that does not fit', () => {
  it('names the earlier row, or the cells that were found and wanted', () => {
    expect(rowReasonText(texts('en'), 'conflicts-with-earlier-row', '2')).toContain('row 2 of the file');
    expect(rowReasonText(texts('fr'), 'ragged-row', '3 / 5')).toBe('La ligne a 3 cellules, l’en-tête 5.');
  });
});

describe('a file that holds nothing', () => {
  it.each(IMPORT_WARNINGS)('%s is said with what to do', (warning) => {
    expect(importWarningText(texts('fr'), warning)).not.toBe(importWarningText(texts('en'), warning));
  });
});
