import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme, Requirement } from '../../src/domain/catalogue/catalogue.ts';
import { evaluateWithVerdicts, isFailure } from '../../src/domain/evaluation/evaluate.ts';
import { applyAction } from '../../src/domain/explanation/apply-action.ts';
import { type SingleActions, singleActions } from '../../src/domain/explanation/single-actions.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { requirementWalk } from '../../src/domain/requirement-kinds/requirement-kinds.ts';
import { arbitraryFacts, arbitraryRequirement } from './support/arbitrary-facts.ts';
import { askOnly, facts, person, record } from './support/ask.ts';
import {
  all,
  allOf,
  any,
  anyOf,
  day,
  goldFor,
  people,
  performance,
  score,
  step,
  steps,
  units,
} from './support/programme-builder.ts';

const ON = '2018-06-01';

function actionsFor(programme: Programme, given: FactsDocument): SingleActions {
  const asOf = { validAt: ON, knownAt: null };
  const explained = evaluateWithVerdicts(given, programme, asOf);
  if (isFailure(explained)) throw new Error('refused');
  const { verdicts, result } = explained;
  const target = { competency: 'skilled', level: 'gold', option: 'only' };
  return singleActions(given, programme, asOf, target, { competencies: result.competencies, verdicts });
}

function ask(requirement: Requirement, given: FactsDocument): SingleActions['actions'] {
  return actionsFor(goldFor(requirement), given).actions;
}

function outcomeAfter(programme: Programme, given: FactsDocument, action: Parameters<typeof applyAction>[1]) {
  return askOnly(programme, applyAction(given, action, day(ON)), ON).outcome;
}

describe('the single actions that would meet an option', () => {
  it('names everybody who is one exam away, and the exam', () => {
    const requirement = people(2, allOf('exam:a', 'exam:b'));
    const given = facts([
      person('ana', ['exam:a', 'exam:b']),
      person('bob', ['exam:a']),
      person('cem', ['exam:b']),
      person('dora', ['exam:a']),
      person('emil', []),
    ]);
    expect(ask(requirement, given)).toEqual([
      { kind: 'obtain', skill: 'exam:a', people: ['cem'] },
      { kind: 'obtain', skill: 'exam:b', people: ['bob', 'dora'] },
    ]);
  });

  it('finds none when two people are missing', () => {
    const requirement = people(3, 'exam:a');
    expect(ask(requirement, facts([person('ana', ['exam:a']), person('bob', [])]))).toEqual([]);
  });

  it('of a score: one more person, or so many more units', () => {
    const requirement = score(20, [
      steps('people', 20, step(1, 'exam:a', { each: 5 })),
      units('sales', 30, 60),
    ]);
    const given = facts([person('ana', ['exam:a']), person('bob', [])], {
      metrics: [{ metric: 'sales', month: '2018-05', value: 20 }],
    });
    expect(ask(requirement, given)).toEqual([
      { kind: 'raise-metric', metric: 'sales', by: 10, association: null },
      { kind: 'obtain', skill: 'exam:a', people: ['bob'] },
    ]);
  });

  it('offers to associate an account whose records would then count', () => {
    const given = facts([
      person('ana', [], {
        associations: [],
        records: [record('r1', 'exam:a', { accountId: 'M1' }), record('r2', 'exam:c', { accountId: 'M2' })],
      }),
    ]);
    expect(ask(people(1, 'exam:a'), given)).toEqual([{ kind: 'associate', person: 'ana', account: 'M1' }]);
  });

  it('does not ask people for an exam whose record could not count: they left or are not associated', () => {
    const given = facts([
      person('ana', [], { associations: [] }),
      person('bob', [], { employedUntil: '2018-05-01' }),
      person('cem', []),
    ]);
    expect(ask(people(1, 'exam:a'), given)).toEqual([{ kind: 'obtain', skill: 'exam:a', people: ['cem'] }]);
  });

  it('does not plan an exam that is retired', () => {
    const given = facts([person('ana', [])]);
    const answer = ask(people(1, anyOf('exam:retiring', 'exam:a')), given);
    expect(answer).toEqual([{ kind: 'obtain', skill: 'exam:a', people: ['ana'] }]);
  });

  it('names a metric and how much of it is missing, when nothing else is', () => {
    const given = facts([person('ana', ['exam:a'])], {
      complete: true,
      metrics: [{ metric: 'sales', month: '2018-05', value: 70 }],
    });
    expect(ask(all(people(1, 'exam:a'), performance('sales', 100)), given)).toEqual([
      { kind: 'raise-metric', metric: 'sales', by: 30, association: null },
    ]);
  });

  it('offers a person or a metric where the rule leaves the choice', () => {
    const given = facts([person('ana', [])], { complete: true, metrics: [] });
    expect(ask(any(people(1, 'exam:a'), performance('sales', 5)), given)).toEqual([
      { kind: 'raise-metric', metric: 'sales', by: 5, association: null },
      { kind: 'obtain', skill: 'exam:a', people: ['ana'] },
    ]);
  });

  it('is right and complete: what it names meets the option, and no other exam of one person does', () => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryRequirement, (given, requirement) => {
        const programme = goldFor(requirement);
        const { actions, complete } = actionsFor(programme, given);
        fc.pre(complete && askOnly(programme, given, ON).outcome !== 'met');
        const claimed = new Set<string>();
        for (const action of actions) {
          if (action.kind === 'obtain') {
            for (const who of action.people) claimed.add(`${who} ${action.skill}`);
          } else {
            expect(outcomeAfter(programme, given, action)).toBe('met');
          }
        }
        for (const { id } of given.people ?? []) {
          for (const skill of new Set(requirementWalk.skills(requirement))) {
            if (skill === 'exam:retiring') continue;
            const outcome = outcomeAfter(programme, given, { kind: 'obtain', person: id, skill });
            expect([`${id} ${skill}`, outcome === 'met']).toEqual([
              `${id} ${skill}`,
              claimed.has(`${id} ${skill}`),
            ]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
