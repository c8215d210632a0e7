import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import { CompetencyStatusSchema } from '../../src/contract/competencies.ts';
import type { Programme } from '../../src/domain/catalogue/catalogue.ts';
import { type AsOf, evaluate, isFailure } from '../../src/domain/evaluation/evaluate.ts';
import type { EvaluationResult } from '../../src/domain/evaluation/evaluation-result.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { openLevels } from '../../src/features/overview/open-levels.ts';
import { competencyStatuses } from '../../src/features/shared/competency-status.ts';

const ON: AsOf = { validAt: '2018-06-15', knownAt: null };

let microsoft: Programme;
let designations: Programme;
beforeAll(async () => {
  microsoft = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
  designations = await loadProgramme(join(catalogueRoot(), 'solutions-partner'));
});

function explained(facts: FactsDocument, programme: Programme, asOf: AsOf): EvaluationResult {
  const result = evaluate(facts, programme, asOf, { explain: true });
  if (isFailure(result)) throw new Error(JSON.stringify(result));
  return result;
}

function statusOf(facts: FactsDocument, programme: Programme, competency: string, asOf: AsOf) {
  const statuses = competencyStatuses(programme, explained(facts, programme, asOf), new Map());
  return CompetencyStatusSchema.parse(statuses.find((status) => status.competency === competency));
}

const COMPANY = { id: 'contoso', market: 'developed' } as const;
const REVENUE = {
  en: 'Gross licence revenue of the year',
  fr: 'Chiffre d’affaires brut de licences sur l’année',
};

describe('a level that hangs on a figure nobody has reported', () => {
  it('names the figure and says of nobody that he or she is missing', () => {
    const { next } = statusOf({ partner: COMPANY }, microsoft, 'enterprise-resource-planning', ON);
    expect(next).toMatchObject({ outcome: 'undetermined', people: 0, missed: [] });
    expect(next!.unknown).toEqual([REVENUE]);
  });

  it('names the figure as not enough once it is known', () => {
    const facts = { partner: COMPANY, complete: true };
    const { next } = statusOf(facts, microsoft, 'enterprise-resource-planning', ON);
    expect(next).toMatchObject({ outcome: 'unmet', unknown: [], missed: [REVENUE] });
  });

  it('keeps the people that are missing for certain, with the figure beside them', () => {
    const { next } = statusOf({ partner: COMPANY }, microsoft, 'cloud-business-applications', ON);
    expect(next!.outcome).toBe('unmet');
    expect(next!.people).toBeGreaterThan(0);
    expect(next!.unknown).toHaveLength(1);
  });
});

describe('a score of which every figure is unknown', () => {
  const asOf: AsOf = { validAt: '2026-06-15', knownAt: null };
  it('is open, not short of people, and names the figures', () => {
    // People enough for everything, so that only the figures leave the scores open.
    const skills = [...designations.skills.keys()];
    const people = Array.from({ length: 20 }, (_, index) => ({
      id: `p${index}`,
      records: skills.map((skill) => ({ id: `${index} ${skill}`, skill, achievedOn: '2026-01-10' })),
    }));
    const facts = { partner: COMPANY, people };
    const result = explained(facts, designations, asOf);
    const statuses = competencyStatuses(designations, result, new Map());
    const open = statuses.filter(({ next }) => next?.outcome === 'undetermined');
    expect(open.length).toBeGreaterThan(0);
    for (const { next, withinReach } of open) {
      expect(next).toMatchObject({ people: 0 });
      expect(next!.unknown.length).toBeGreaterThan(0);
      expect(next!.unknown).toHaveLength(new Set(next!.unknown.map(({ en }) => en)).size);
      expect(withinReach).toBeNull();
    }
  });
});

describe('the overview', () => {
  it('lists a level for which the people are there and only a figure is unknown', () => {
    const exams = ['exam:70-533', 'exam:70-534', 'exam:70-535', 'exam:70-532'];
    const people = Array.from({ length: 6 }, (_, index) => ({
      id: `p${index}`,
      records: exams.map((skill) => ({ id: `${index}-${skill}`, skill, achievedOn: '2018-01-10' })),
    }));
    const result = explained({ partner: COMPANY, people }, microsoft, ON);
    const open = openLevels(microsoft, competencyStatuses(microsoft, result, new Map()), result);
    const cloud = open.find(({ competency }) => competency === 'cloud-platform');
    expect(cloud).toMatchObject({ points: null, threshold: null });
    expect(cloud!.unknown.length).toBeGreaterThan(0);
  });
});
