import { beforeAll, describe, expect, it } from 'vitest';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import type { IntegerSolver } from '../../../src/domain/planning/integer-programme.ts';
import { makePinnedPlan } from '../../../src/domain/planning/pinned-actions.ts';
import type { Plan } from '../../../src/domain/planning/plan-result.ts';
import { reasonsOfActions } from '../../../src/domain/planning/plan-seats.ts';
import { withActions } from '../../../src/domain/planning/planned-facts.ts';
import { readPlanQuestion } from '../../../src/domain/planning/read-plan-question.ts';
import { parseDay } from '../../../src/domain/time/day.ts';
import { openSolver } from '../../../src/solver/highs-solver.ts';
import { facts, person } from '../support/ask.ts';
import { allOf, goldFor, people } from '../support/programme-builder.ts';
import { isMet } from './support/plans.ts';

let solver: IntegerSolver;
beforeAll(async () => {
  solver = await openSolver();
});

const BY = '2018-06-01';
const RULES = goldFor(people(2, allOf('exam:a', 'exam:b')));
const TARGETS = [{ competency: RULES.competencies[0]!.id, level: 'gold' }];
const TEAM = facts([person('p0', ['exam:a']), person('p1', []), person('p2', ['exam:b']), person('p3', [])]);
const COSTS = { default: { money: 10, hours: 4 }, 'exam:b': { money: 7, hours: 2 } };

function read(more: object) {
  return readPlanQuestion(
    { targets: TARGETS, by: BY, costs: COSTS, ...more },
    RULES,
    parseDay('2000-01-01')!,
    new Set((TEAM.people ?? []).map(({ id }) => id)),
  );
}

function plan(more: object, document: FactsDocument = TEAM): Plan {
  const question = read(more);
  if (question.kind !== 'question') throw new Error(JSON.stringify(question));
  const made = makePinnedPlan(document, RULES, question.question, solver, 20);
  if ('kind' in made) throw new Error(JSON.stringify(made));
  return made;
}

/** Every set of actions is tried: the least money by which the level is met with what is pinned, without what is barred. */
function naively(pinned: readonly string[], barred: readonly string[]): number | null {
  const held = new Set(['p0 exam:a', 'p2 exam:b']);
  const open = ['p0', 'p1', 'p2', 'p3'].flatMap((who) =>
    ['exam:a', 'exam:b'].map((skill) => `${who} ${skill}`).filter((action) => !held.has(action)),
  );
  let least: number | null = null;
  for (let set = 0; set < 1 << open.length; set++) {
    const chosen = open.filter((_, place) => set & (1 << place));
    if (pinned.some((action) => !held.has(action) && !chosen.includes(action))) continue;
    if (chosen.some((action) => barred.includes(action) && !pinned.includes(action))) continue;
    const actions = chosen.map((action) => ({ person: action.split(' ')[0]!, skill: action.split(' ')[1]! }));
    const money = actions.reduce((sum, { skill }) => sum + (skill === 'exam:b' ? 7 : 10), 0);
    if (least !== null && money >= least) continue;
    if (isMet(RULES, withActions(TEAM, actions, BY), { targets: TARGETS, by: BY })) least = money;
  }
  return least;
}

function wishes(field: 'pinned' | 'barred', actions: readonly string[]) {
  const people: Record<string, Record<string, string[]>> = {};
  for (const action of actions) {
    const [who, skill] = action.split(' ') as [string, string];
    people[who] = { ...people[who], [field]: [...(people[who]?.[field] ?? []), skill] };
  }
  return people;
}

describe('a plan with what is fixed', () => {
  const CHOICES: readonly (readonly string[])[] = [
    [],
    ['p3 exam:a'],
    ['p1 exam:b'],
    ['p0 exam:b'],
    ['p0 exam:b', 'p1 exam:a'],
    ['p0 exam:b', 'p2 exam:a'],
    ['p1 exam:a', 'p1 exam:b', 'p3 exam:b'],
  ];

  it.each(CHOICES)('costs what trying everything finds when %s and others are pinned', (...pinned) => {
    const people = wishes('pinned', pinned);
    const made = plan({ people });
    expect(made).toMatchObject({ status: 'optimal', cost: naively(pinned, []), gap: 0 });
    expect(made.cost).toBe(made.actions.reduce((sum, { cost }) => sum + cost, 0));
    expect(made.hours).toBe(made.actions.reduce((sum, { hours }) => sum + hours, 0));
    const done = made.actions.map((action) => `${action.person} ${action.skill}`);
    expect(done).toEqual(expect.arrayContaining(pinned.filter((action) => action !== 'p0 exam:a')));
    expect(done).toEqual([...done].sort());
  });

  it.each(CHOICES)('costs what trying everything finds when %s and others are barred', (...barred) => {
    const made = plan({ people: wishes('barred', barred) });
    expect(made.cost).toBe(naively([], barred));
    for (const { person: who, skill } of made.actions) expect(barred).not.toContain(`${who} ${skill}`);
  });

  it('cannot be when what is pinned is over the money, or over the hours of the person', () => {
    const people = wishes('pinned', ['p3 exam:a']);
    expect(plan({ people, budget: 9 }).reason).toMatchObject({ code: 'budget', atAnyPrice: false });
    expect(plan({ people, budget: 20 }).reason).toMatchObject({
      code: 'budget',
      cheapest: naively(['p3 exam:a'], [])!,
    });
    const tired = { p3: { pinned: ['exam:a'], maxHours: 3 } };
    expect(plan({ people: tired }).reason).toMatchObject({ code: 'max-hours' });
  });

  it('is not asked for with a confidence, nor with what is no list of skills', () => {
    const people = wishes('pinned', ['p3 exam:a']);
    expect(read({ people, confidence: 0.9 })).toMatchObject({ kind: 'invalid-facts', path: 'confidence' });
    expect(read({ people: { p3: { barred: 'exam:a' } } })).toMatchObject({ path: 'people.p3.barred' });
    expect(read({ people: { p3: { pinned: [1] } } })).toMatchObject({ path: 'people.p3.pinned[0]' });
    expect(read({ people: { p3: { pinned: ['exam:nowhere'] } } })).toMatchObject({
      warnings: [{ code: 'unknown-skill', skill: 'exam:nowhere' }],
    });
  });
});

describe('why an action is in a plan', () => {
  it('is told by the seats it fills and by what counts with it; one to spare serves the same', () => {
    const targets = [{ competency: TARGETS[0]!.competency, level: 'gold', option: null }];
    const question = { targets, by: parseDay(BY)! };
    const { actions } = plan({});
    const reasons = reasonsOfActions(TEAM, RULES, question, actions);
    const seat = {
      competency: TARGETS[0]!.competency,
      level: 'gold',
      option: RULES.competencies[0]!.options[0]!.id,
      group: null,
    };
    expect(actions.map((action) => `${action.person} ${action.skill}`)).toEqual(['p0 exam:b', 'p2 exam:a']);
    expect(reasons).toEqual([
      { serves: [seat], with: [{ record: TEAM.people![0]!.records![0]!.id, skill: 'exam:a' }] },
      { serves: [seat], with: [{ record: TEAM.people![2]!.records![0]!.id, skill: 'exam:b' }] },
    ]);
    const spared = plan({ survive: 1 });
    for (const { serves } of reasonsOfActions(TEAM, RULES, question, spared.actions))
      expect(serves).toEqual([seat]);
  });
});
