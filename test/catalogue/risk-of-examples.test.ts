/** Risk on the example facts of the programmes that share people or count assets, against letting people leave. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { checkProgramme } from '../../src/catalogue/check-programme.ts';
import type { Programme } from '../../src/domain/catalogue/catalogue.ts';
import { type AsOf, evaluate } from '../../src/domain/evaluation/evaluate.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { type LevelRisk, levelRisk } from '../../src/domain/projection/level-risk.ts';

interface Case {
  readonly facts: FactsDocument;
  readonly programme: Programme;
  readonly asOf: AsOf;
}

async function casesOf(programme: string): Promise<readonly Case[]> {
  const cases: Case[] = [];
  await checkProgramme(join(catalogueRoot(), programme), (facts, rules, asOf, options) => {
    cases.push({ facts, programme: rules, asOf });
    return evaluate(facts, rules, asOf, options);
  });
  return cases;
}

function metLevels({ facts, programme, asOf }: Case): ReadonlySet<string> {
  const answer = evaluate(facts, programme, asOf, { explain: false });
  if ('kind' in answer) throw new Error(JSON.stringify(answer));
  const met = answer.competencies.filter(({ outcome }) => outcome === 'met');
  return new Set(met.map(({ competency, level }) => `${competency} ${level}`));
}

function risksOf({ facts, programme, asOf }: Case): readonly LevelRisk[] {
  const answer = levelRisk(facts, programme, { ...asOf, until: asOf.validAt });
  if (answer.kind !== 'projected') throw new Error(JSON.stringify(answer));
  expect(answer.risk.warnings).toBeUndefined();
  return answer.risk.levels;
}

function subsets(of: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return of.flatMap((first, index) => subsets(of.slice(index + 1), size - 1).map((rest) => [first, ...rest]));
}

/** More leavers than these are not tried: there are too many sets of them. */
const MOST_LEAVERS = 2;

/** What is met after each set of so many leavers. */
function afterLeaving(one: Case, leavers: number): readonly ReadonlySet<string>[] {
  const people = one.facts.people ?? [];
  return subsets(
    people.map(({ id }) => id),
    leavers,
  ).map((gone) => {
    const left = people.map((each) =>
      gone.includes(each.id) ? { ...each, employedUntil: one.asOf.validAt } : each,
    );
    return metLevels({ ...one, facts: { ...one.facts, people: left } });
  });
}

describe.each(['cisco-role-caps', 'aws-services-path'])('on the examples of %s', async (id) => {
  const cases = await casesOf(id);

  it('the levels at risk are those that are met', () => {
    let levels = 0;
    for (const one of cases) {
      const named = risksOf(one).map(({ competency, level }) => `${competency} ${level}`);
      expect(new Set(named)).toEqual(metLevels(one));
      levels += named.length;
    }
    expect(levels).toBeGreaterThan(5);
  });

  it('any of so many people may leave, and no more', () => {
    let lost = 0;
    for (const one of cases) {
      const levels = risksOf(one);
      for (let leavers = 1; leavers <= MOST_LEAVERS && levels.length > 0; leavers++) {
        const after = afterLeaving(one, leavers);
        for (const { competency, level, departuresSurvived } of levels) {
          const kept = after.every((met) => met.has(`${competency} ${level}`));
          if (departuresSurvived === null || leavers <= departuresSurvived) expect(kept).toBe(true);
          else if (leavers === departuresSurvived + 1) {
            expect(kept).toBe(false);
            lost++;
          }
        }
      }
    }
    expect(lost).toBeGreaterThan(2);
  });
});
