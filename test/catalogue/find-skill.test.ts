import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { skillFinder } from '../../src/catalogue/find-skill.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import type { SkillKind } from '../../src/domain/catalogue/catalogue.ts';

const find = skillFinder(await loadProgramme(join(catalogueRoot(), 'microsoft-competencies')));

function idOf(text: string, kindHint?: SkillKind): string {
  const match = find(text, kindHint);
  return match.kind === 'found' ? match.skill.id : match.kind;
}

describe('a skill is found by what people write', () => {
  it.each([
    ['its id', 'exam:70-764', 'exam:70-764'],
    ['its id in another case', 'EXAM:az-104', 'exam:AZ-104'],
    ['another id that means the same', 'cert:mcsa-office-365', 'cert:MCSA-O365'],
    ['the canonical id of a legacy certification', 'cert:MCSA-O365', 'cert:MCSA-O365'],
    ['an exam code', '70-764', 'exam:70-764'],
    ['an exam code of letters', ' az-104 ', 'exam:AZ-104'],
    ['the number alone of a 70- exam', '764', 'exam:70-764'],
    ['the number alone of a 74- exam', '343', 'exam:74-343'],
    ['the word exam and a code', 'Exam MS-102', 'exam:MS-102'],
    ['an assessment code', 'TA-DP-FOUNDATIONAL', 'assessment:TA-DP-FOUNDATIONAL'],
    [
      'a title with other punctuation',
      'Technical Assessment for Data Platform - Foundational',
      'assessment:TA-DP-FOUNDATIONAL',
    ],
    ['a title in capitals with accents', 'ENABLING ÔFFICE 365 SERVICES', 'exam:70-347'],
    [
      'a title behind the common prefix',
      'Microsoft Certified: Azure Fundamentals',
      'cert:azure-fundamentals',
    ],
    ['the title of a legacy certification', 'MCSA: Office 365', 'cert:MCSA-O365'],
    [
      'a title with the short product name',
      'D365 Customer Experience Analyst Associate',
      'cert:d365-customer-experience-analyst-associate',
    ],
    ['the display title of an exam without one', 'Exam AB-100', 'exam:AB-100'],
  ])('%s', (_how, text, id) => {
    expect(idOf(text)).toBe(id);
  });

  it('two exams with one title stay ambiguous, and both are named', () => {
    const match = find('Architecting Microsoft Azure Solutions');
    expect(match.kind === 'ambiguous' && match.candidates.map((skill) => skill.id)).toEqual([
      'exam:70-534',
      'exam:70-535',
    ]);
  });

  it('the kind a file names decides between an exam and a certification of one title', () => {
    expect(idOf('Microsoft Azure AI Fundamentals')).toBe('ambiguous');
    expect(idOf('Microsoft Azure AI Fundamentals', 'exam')).toBe('exam:AI-900');
    expect(idOf('Microsoft Azure AI Fundamentals', 'certification')).toBe('cert:azure-ai-fundamentals-2020');
  });

  it.each(['exam:99-999', '99-999', '981', 'Introduction to Data', '', '   '])('%j is unknown', (text) => {
    expect(idOf(text)).toBe('unknown');
  });
});
