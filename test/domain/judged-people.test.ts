import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateWithVerdicts, isFailure } from '../../src/domain/evaluation/evaluate.ts';
import type { RememberedEvaluation } from '../../src/domain/evaluation/kept-answers.ts';
import type { Evidence } from '../../src/domain/evidence/evidence.ts';
import { factsOf } from '../../src/domain/evidence/evidence-facts.ts';
import { mergeEvidence } from '../../src/domain/evidence/merge-evidence.ts';
import { packPeople } from '../../src/domain/evidence/pack-people.ts';
import type { FactsDocument, FactsPerson } from '../../src/domain/facts/facts-document.ts';
import { mergeSorted } from '../../src/domain/lists/merge-sorted.ts';
import { arbitraryFacts, arbitraryRequirement } from './support/arbitrary-facts.ts';
import { goldFor } from './support/programme-builder.ts';

const AS_OF = { validAt: '2018-06-01', knownAt: null };

function inOrder(people: readonly FactsPerson[]): readonly FactsPerson[] {
  return [...people].sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** Without what makes the verdict on one person depend on another. */
function byThemselves({ sameAs: _sameAs, accounts: _accounts, ...person }: FactsPerson): FactsPerson {
  return person;
}

/** Records of their own, and now and then a person whom nobody has told of before. */
function toldAnew(person: FactsPerson, index: number): FactsPerson {
  const records = (person.records ?? []).map((record) => ({ ...record, id: `new-${record.id}` }));
  return { ...person, id: index === 2 ? 'p2a' : person.id, records };
}

function explained(
  facts: FactsDocument,
  requirement: Parameters<typeof goldFor>[0],
  before: RememberedEvaluation | null,
) {
  const answer = evaluateWithVerdicts(facts, programmeFor(requirement), AS_OF, {}, before);
  if (isFailure(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

const programmes = new WeakMap<object, ReturnType<typeof goldFor>>();

function programmeFor(requirement: Parameters<typeof goldFor>[0]) {
  const programme = programmes.get(requirement) ?? goldFor(requirement);
  programmes.set(requirement, programme);
  return programme;
}

describe('what was judged of earlier facts', () => {
  it('never changes the answer about later ones', () => {
    fc.assert(
      fc.property(
        arbitraryFacts,
        arbitraryFacts,
        fc.nat({ max: 2 }),
        fc.boolean(),
        arbitraryRequirement,
        (told, later, gone, alone, requirement) => {
          const people = alone ? told.people!.map(byThemselves) : told.people!;
          const changed = (alone ? later.people!.map(byThemselves) : later.people!).slice(0, 3).map(toldAnew);
          const removed = people.slice(-gone, gone === 0 ? 0 : undefined).map(({ id }) => id);
          const { people: _people, ...company } = told;
          const factsFrom = (...segments: Evidence[]) =>
            factsOf(segments.length === 1 ? segments[0]! : mergeEvidence(segments), company);
          const first = packPeople(inOrder(people));
          const before = explained(factsFrom(first), requirement, null).remembered;
          const segments = [first, packPeople(inOrder(changed)), packPeople([], removed)];
          const answer = explained(factsFrom(...segments), requirement, before);
          const expected = explained(factsFrom(...segments), requirement, null);
          expect(JSON.stringify(answer.result)).toBe(JSON.stringify(expected.result));
          expect(JSON.stringify(answer.verdicts)).toBe(JSON.stringify(expected.verdicts));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is taken over for people of whom nothing new is told', () => {
    const record = (id: string) => ({ id, skill: 'exam:a', achievedOn: '2018-01-10' });
    const person = (id: string) => ({ id, records: [record(`r-${id}`)] });
    const requirement: Parameters<typeof goldFor>[0] = { kind: 'all-of', of: [] };
    const company = { partner: { id: 'contoso' } };
    const first = packPeople(['p1', 'p2', 'p3'].map(person));
    const before = explained(factsOf(first, company), requirement, null);
    const change = packPeople([{ id: 'p2', records: [record('r-new')] }]);
    const after = explained(factsOf(mergeEvidence([first, change]), company), requirement, before.remembered);
    expect(after.verdicts.map((verdict) => before.verdicts.includes(verdict))).toEqual([false, true, true]);
    const other = { partner: { id: 'fabrikam' } };
    const elsewhere = explained(factsOf(first, other), requirement, before.remembered);
    expect(elsewhere.verdicts.some((verdict) => before.verdicts.includes(verdict))).toBe(false);
  });
});

describe('a few sorted items among many', () => {
  it('stand where sorting all of them puts them', () => {
    const numbers = fc.uniqueArray(fc.nat({ max: 50 }));
    fc.assert(
      fc.property(numbers, fc.func(fc.boolean()), (all, isFew) => {
        const sorted = [...all].sort((left, right) => left - right);
        const few = sorted.filter((number) => isFew(number));
        const many = sorted.filter((number) => !few.includes(number));
        expect(mergeSorted(many, few, (left, right) => left < right)).toEqual(sorted);
      }),
    );
  });
});
