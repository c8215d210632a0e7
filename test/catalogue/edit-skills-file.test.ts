import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { editSkillsFile } from '../../src/catalogue/edit-skills-file.ts';

const SOURCE = { key: 'ms-learn-2026-11-22', text: 'Catalogue of Microsoft Learn, file read on 2026-11-22' };

const TEXT = `# Skills.

sources:
  page: 'A page, with a comma'   # of the vendor

skills:
  # Exams
  exam:1-1: { title: 'One, and more', retired-before: 2021-01-31, source: page } # first
  exam:1-2: { source: [page] }
  cert:block:
    title: In a block
    prerequisites: [exam:1-1, exam:1-2]
    validity: role-based
    source: page
`;

describe('an edit of skills.yaml', () => {
  it('changes the skills that it is about, says where that was read, and leaves every other character', () => {
    const edits = new Map([
      ['exam:1-1', { title: "L'un: deux", retired: '2021-01-31', 'retired-before': null }],
      ['cert:block', { validity: null }],
      ['exam:9-9', { title: 'Not here' }],
    ]);
    const { text, done } = editSkillsFile(TEXT, edits, SOURCE);
    expect([...done]).toEqual(['exam:1-1', 'cert:block']);
    expect(text).toBe(`# Skills.

sources:
  ms-learn-2026-11-22: Catalogue of Microsoft Learn, file read on 2026-11-22
  page: 'A page, with a comma'   # of the vendor

skills:
  # Exams
  exam:1-1: { title: "L'un: deux", retired: 2021-01-31, source: [page, ms-learn-2026-11-22] } # first
  exam:1-2: { source: [page] }
  cert:block:
    { title: In a block, prerequisites: [exam:1-1, exam:1-2], source: [page, ms-learn-2026-11-22] }
`);
  });

  it('keeps the comments inside a skill, and its way of writing where it has some', () => {
    const commented = `skills:
  exam:1-1: { title: One,   # as the vendor writes it
    retired-before: 2021-01-31, source: page } # first
  # in front
  cert:block:
    # own words
    title: In a block # not that of the exam
    prerequisites: [exam:1-1, exam:1-2]
    validity: role-based # since 2021
    source: page # read twice
    # at the end
  exam:1-2: { title: Two }
`;
    const edits = new Map([
      ['exam:1-1', { title: "L'un: deux", retired: '2021-01-31', 'retired-before': null }],
      ['cert:block', { validity: null, retired: '2027-01-01' }],
    ]);
    const { text } = editSkillsFile(commented, edits, SOURCE);
    expect(text.split('\n\nsources:')[0]).toBe(`skills:
  exam:1-1: {
      title: "L'un: deux", # as the vendor writes it
      retired: 2021-01-31,
      source: [page, ms-learn-2026-11-22]
    } # first
  # in front
  cert:block:
    # own words
    title: In a block # not that of the exam
    retired: 2027-01-01
    prerequisites: [exam:1-1, exam:1-2]
    source: [page, ms-learn-2026-11-22] # read twice
    # at the end
  exam:1-2: { title: Two }`);
    expect(parse(text).skills).toEqual({
      'exam:1-1': { title: "L'un: deux", retired: '2021-01-31', source: ['page', SOURCE.key] },
      'cert:block': {
        title: 'In a block',
        retired: '2027-01-01',
        prerequisites: ['exam:1-1', 'exam:1-2'],
        source: ['page', SOURCE.key],
      },
      'exam:1-2': { title: 'Two' },
    });
  });

  it('leaves a file without any of the skills as it is', () => {
    expect(editSkillsFile(TEXT, new Map([['exam:9-9', { title: 'X' }]]), SOURCE).text).toBe(TEXT);
  });

  it('says once where it was read, however often that day', () => {
    const once = editSkillsFile(TEXT, new Map([['exam:1-2', { title: 'Two' }]]), SOURCE).text;
    const twice = editSkillsFile(once, new Map([['exam:1-2', { title: 'Two again' }]]), SOURCE).text;
    expect(twice.split('ms-learn-2026-11-22:')).toHaveLength(2);
    expect(twice).toContain('exam:1-2: { title: Two again, source: [page, ms-learn-2026-11-22] }');
  });

  it('puts sources into a file that has none', () => {
    const text = 'shared: skills.yaml\nskills:\n  exam:1-1: { source: shared-page }';
    const edited = editSkillsFile(text, new Map([['exam:1-1', { title: 'One' }]]), SOURCE).text;
    expect(edited).toContain('\nsources:\n  ms-learn-2026-11-22: Catalogue of Microsoft Learn');
  });

  it('changes one line for each skill of the delivered files, and one more for the source', () => {
    const before = readFileSync(join(catalogueRoot(), 'microsoft-skills.yaml'), 'utf8');
    const edits = new Map([['cert:azure-fundamentals', { title: 'Azure Foundations' }]]);
    const after = editSkillsFile(before, edits, SOURCE).text.split('\n');
    const lines = new Set(before.split('\n'));
    expect(after.filter((line) => !lines.has(line))).toHaveLength(2);
  });
});
