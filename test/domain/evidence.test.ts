import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateWithVerdicts, isFailure } from '../../src/domain/evaluation/evaluate.ts';
import type { Evidence } from '../../src/domain/evidence/evidence.ts';
import { evidenceFromBytes, evidenceToBytes } from '../../src/domain/evidence/evidence-bytes.ts';
import { evidenceOf, factsOf, peopleOf } from '../../src/domain/evidence/evidence-facts.ts';
import { mergeEvidence } from '../../src/domain/evidence/merge-evidence.ts';
import { packPeople } from '../../src/domain/evidence/pack-people.ts';
import type { FactsDocument, FactsPerson } from '../../src/domain/facts/facts-document.ts';
import { oddPeople } from './support/arbitrary-evidence.ts';
import { arbitraryFacts, arbitraryRequirement } from './support/arbitrary-facts.ts';
import { goldFor } from './support/programme-builder.ts';

function reread(evidence: Evidence): Evidence {
  const read = evidenceFromBytes(evidenceToBytes(evidence));
  if ('kind' in read) throw new Error(read.problem);
  return read;
}

/** What the people are after the changes: a later person replaces the one of the same id, or is gone. */
function afterwards(
  people: readonly FactsPerson[],
  changes: readonly (readonly FactsPerson[])[],
  removed: readonly string[],
) {
  const known = new Map(people.map((person) => [person.id, person]));
  for (const change of changes) for (const person of change) known.set(person.id, person);
  for (const id of removed) known.delete(id);
  return new Map([...known].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Instants with milliseconds fit their column; with others the evidence is read as a document. */
function asTheStoreWrites(person: FactsPerson): FactsPerson {
  const instant = (text: string | null | undefined) => (text ? new Date(text).toISOString() : text);
  const records = person.records!.map((record) => ({
    ...record,
    recordedAt: instant(record.recordedAt) ?? null,
    voidedAt: instant(record.voidedAt) ?? null,
  }));
  return { ...person, records };
}

describe('packed evidence', () => {
  it('gives back every person as packed, whatever a document may hold', () => {
    fc.assert(
      fc.property(oddPeople, (people) => {
        expect(peopleOf(reread(packPeople(people)))).toStrictEqual(people);
      }),
      { numRuns: 400 },
    );
  });

  it('is read where it lies in a larger buffer', () => {
    const people = fc.sample(oddPeople, { numRuns: 20, seed: 7 }).find(({ length }) => length > 3)!;
    const bytes = evidenceToBytes(packPeople(people));
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(peopleOf(evidenceFromBytes(larger.subarray(3)) as Evidence)).toStrictEqual(people);
  });

  it('merged has every person as told last, and nobody who is gone', () => {
    const pieces = fc.tuple(oddPeople, fc.array(oddPeople, { maxLength: 3 }), fc.nat({ max: 3 }));
    fc.assert(
      fc.property(pieces, ([people, changes, gone]) => {
        const first = [...people].sort((left, right) => (left.id < right.id ? -1 : 1));
        // Changes concern people who are there, as often as new ones.
        const told = changes.map((change, index) => [
          ...change,
          ...first.slice(index, index + 2).map(({ id }) => ({ id })),
        ]);
        const distinct = told.map((change) => [
          ...new Map(change.map((person) => [person.id, person])).values(),
        ]);
        const removed = first.slice(0, gone).map(({ id }) => id);
        const segments = [
          packPeople(first),
          ...distinct.map((change) => packPeople(change)),
          packPeople([], removed),
        ];
        const expected = [...afterwards(first, distinct, removed).values()];
        expect(peopleOf(reread(mergeEvidence(segments)))).toStrictEqual(expected);
        expect(peopleOf(mergeEvidence(segments, { compact: true }))).toStrictEqual(expected);
        // People whom no later piece tells are the objects that were made for the first one.
        const merged = peopleOf(mergeEvidence(segments));
        expect(merged).toStrictEqual(expected);
        const changed = new Set([...told.flat().map(({ id }) => id), ...removed]);
        const before = peopleOf(segments[0]!).filter(({ id }) => !changed.has(id));
        expect(before.every((person) => merged.includes(person))).toBe(true);
        // Folding the later pieces first comes to the same.
        const folded = mergeEvidence(segments.slice(1), { keepRemoved: true, compact: true });
        expect(peopleOf(mergeEvidence([segments[0]!, reread(folded)]))).toStrictEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('evaluates as the document it came from, with every reason', () => {
    fc.assert(
      fc.property(
        arbitraryFacts,
        arbitraryRequirement,
        fc.constantFrom(null, '2017-12-01'),
        (told, requirement, knownAt) => {
          const facts = { ...told, people: told.people!.map(asTheStoreWrites) };
          const programme = goldFor(requirement);
          const { people = [], ...company } = facts;
          const packed = factsOf(reread(packPeople(people)), company as Omit<FactsDocument, 'people'>);
          expect(evidenceOf(packed)).toBeDefined();
          const asOf = { validAt: '2018-06-01', knownAt };
          const [answer, expected] = [packed, facts].map((told) => {
            const explained = evaluateWithVerdicts(told, programme, asOf);
            if (isFailure(explained)) throw new Error(JSON.stringify(explained));
            return JSON.stringify([explained.result, explained.verdicts]);
          });
          expect(answer).toBe(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is known by a copy of its document with other facts of the company', () => {
    const document = factsOf(packPeople([{ id: 'p1' }]), { partner: { id: 'contoso' } });
    const moved = { ...document, metrics: [] };
    expect(evidenceOf(moved)).toBe(evidenceOf(document));
    expect(evidenceOf({ ...moved, people: [...moved.people!] })).toBeUndefined();
    expect(peopleOf(evidenceOf(moved)!)).toBe(moved.people);
  });
});

describe('bytes of evidence', () => {
  const bytes = evidenceToBytes(
    packPeople([{ id: 'p1', records: [{ id: 'r1', skill: 'exam:a', achievedOn: '2018-01-10' }] }]),
  );

  it('begin with the version of their format, and those of another version are not read', () => {
    const other = Uint8Array.from(bytes);
    other[0] = 99;
    expect(evidenceFromBytes(other)).toEqual({ kind: 'unreadable-evidence', problem: 'other-format' });
  });

  it('are refused when any of them was changed, or some are missing', () => {
    for (let at = 4; at < bytes.length; at++) {
      const changed = Uint8Array.from(bytes);
      changed[at]! ^= 1;
      expect([at, evidenceFromBytes(changed)]).toEqual([
        at,
        { kind: 'unreadable-evidence', problem: 'damaged' },
      ]);
    }
    for (const length of [0, 8, 16, bytes.length - 8, bytes.length - 1]) {
      expect(evidenceFromBytes(bytes.subarray(0, length))).toMatchObject({ problem: 'damaged' });
    }
  });
});
