import { describe, expect, it } from 'vitest';
import { catalogueRoot, listProgrammes } from '../../src/catalogue/catalogue-folder.ts';
import { formatProblem } from '../../src/catalogue/catalogue-problem.ts';
import { checkProgramme } from '../../src/catalogue/check-programme.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';

const programmes = await listProgrammes(catalogueRoot());
const checks = await Promise.all(
  programmes.map(async ({ id, folder }) => ({ id, ...(await checkProgramme(folder, evaluate)) })),
);

describe.each(checks)('the delivered programme $id', ({ problems, examples }) => {
  it('has no problem in any file', () => {
    expect(problems.map(formatProblem)).toEqual([]);
  });

  describe.each([...examples])('%s', (_competency, sentences) => {
    it.each(sentences)('%s', (sentence) => {
      expect(problems.filter(({ message }) => message.startsWith(`“${sentence}”`))).toEqual([]);
    });
  });
});

it('the competencies of Microsoft are delivered with examples for each that has rules', () => {
  const check = checks.find(({ id }) => id === 'microsoft-competencies');
  expect(check?.examples.size).toBe(19);
  expect([...check!.examples.values()].flat().length).toBeGreaterThan(100);
});
