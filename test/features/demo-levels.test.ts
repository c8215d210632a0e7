import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import type { Programme } from '../../src/domain/catalogue/catalogue.ts';
import { evaluate, isFailure } from '../../src/domain/evaluation/evaluate.ts';
import type { EvaluationResult } from '../../src/domain/evaluation/evaluation-result.ts';
import { addDays, addMonths, type Day, formatDay, parseDay } from '../../src/domain/time/day.ts';
import { contoso } from '../../src/features/demo/contoso.ts';
import type { DemoPartner } from '../../src/features/demo/demo-plan.ts';
import { fabrikam } from '../../src/features/demo/fabrikam.ts';
import { northwind } from '../../src/features/demo/northwind.ts';
import { factsOfDemoPartner } from './support/facts-of-demo-partner.ts';

/** Leap day, ends of years and of short and long months: dates told in months must hold on all of them. */
const DAYS = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-08-31', '2026-11-21', '2027-03-30'] as const;

let competencies: Programme;
let designations: Programme;
beforeAll(async () => {
  competencies = await loadProgramme(`${catalogueRoot()}/microsoft-competencies`);
  designations = await loadProgramme(`${catalogueRoot()}/solutions-partner`);
});

function evaluated(
  partner: DemoPartner,
  validAt: Day,
  options = {},
  programme = competencies,
): EvaluationResult {
  const asOf = { validAt: formatDay(validAt), knownAt: null };
  const result = evaluate(factsOfDemoPartner(partner), programme, asOf, options);
  if (isFailure(result)) throw new Error(JSON.stringify(result));
  return result;
}

function attained(partner: DemoPartner, validAt: Day): string[] {
  return evaluated(partner, validAt).attained.map(({ competency, level }) => `${competency} ${level}`);
}

describe.each(DAYS)('Contoso Conseil made on %s', (made) => {
  const today = parseDay(made)!;
  const partner = contoso(today);
  const windowEnds = addMonths(parseDay(partner.movedFromPmcOn!)!, 6);

  it('holds one gold and one silver', () => {
    expect(attained(partner, today)).toEqual([
      'data-platform gold',
      'project-and-portfolio-management silver',
    ]);
  });

  it('keeps its gold through the last day of the PMC window, which is weeks away, and loses it the day after', () => {
    expect(windowEnds - today).toBeGreaterThan(14);
    expect(windowEnds - today).toBeLessThan(32);
    expect(attained(partner, addDays(windowEnds, -1))).toContain('data-platform gold');
    expect(attained(partner, windowEnds)).toEqual([
      'data-platform silver',
      'project-and-portfolio-management silver',
    ]);
  });

  it('held its gold when it bought the membership', () => {
    const bought = parseDay(partner.memberships[0]!.activeFrom)!;
    expect(attained(partner, bought)).toContain('data-platform gold');
  });

  it('is one person short of Data Analytics silver on every option, and held it before an assessment expired', () => {
    const silver = evaluated(partner, today).competencies.filter(
      (entry) => entry.competency === 'data-analytics' && entry.level === 'silver',
    );
    expect(silver.map((entry) => [entry.outcome, entry.shortfall.people])).toEqual([
      ['unmet', 1],
      ['unmet', 1],
      ['unmet', 1],
    ]);
    expect(attained(partner, addDays(today, -80))).toContain('data-analytics silver');
  });

  it('has a reason of every kind that a small company meets', () => {
    const result = evaluated(partner, today, { explain: true });
    expect(new Set(result.notCounted?.map((entry) => entry.reason))).toEqual(
      new Set([
        'source-not-recognised',
        'duplicate',
        'person-left',
        'association-ended',
        'revoked',
        'expired',
        'retired',
        'not-named',
      ]),
    );
  });
});

describe.each(DAYS)('Fabrikam and Northwind made on %s', (made) => {
  const today = parseDay(made)!;

  it('Fabrikam holds several golds and silvers', () => {
    const levels = attained(fabrikam(today), today);
    expect(levels.filter((level) => level.endsWith('gold')).length).toBeGreaterThanOrEqual(4);
    expect(levels.filter((level) => level.endsWith('silver')).length).toBeGreaterThanOrEqual(3);
  });

  it('Fabrikam holds the Infrastructure designation, with points to spare, and no other', () => {
    const { attained, competencies: entries } = evaluated(fabrikam(today), today, {}, designations);
    expect(attained).toEqual([{ competency: 'infrastructure', level: 'designation' }]);
    const held = entries.find(({ outcome }) => outcome === 'met')!;
    expect(held).toMatchObject({ qualifiedInWindow: true, score: { unknown: [] } });
    expect(held.score!.points).toBeGreaterThan(80);
  });

  it('Northwind holds nothing', () => {
    expect(attained(northwind(today), today)).toEqual([]);
  });
});

describe.each(DAYS.filter((day) => day >= '2025-07-01'))(
  'Fabrikam by the rules of tracks, made on %s',
  (made) => {
    const today = parseDay(made)!;
    const entries = () => evaluated(fabrikam(today), today, { explain: true }, designations).competencies;

    it('cannot know whether it holds Data & AI: two points are missing and deployments are not reported', () => {
      const [dataAi] = entries().filter(({ competency }) => competency === 'data-ai');
      expect(dataAi).toMatchObject({ outcome: 'undetermined', qualifiedInWindow: null });
      expect(dataAi?.score).toMatchObject({ points: 68.5, threshold: 70, unknown: ['deployments'] });
    });

    it('stands before a closed gate on both tracks of Security', () => {
      const security = entries().filter(({ competency }) => competency === 'security');
      expect(security.map(({ option, outcome }) => [option, outcome])).toEqual([
        ['enterprise', 'unmet'],
        ['smb', 'unmet'],
      ]);
      const steps = security.flatMap(({ score }) => score!.metrics.flatMap((metric) => metric.steps));
      expect(steps.some(({ open }) => !open)).toBe(true);
    });
  },
);
