import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEvaluator, evaluate, isFailure } from '../../src/domain/evaluation/evaluate.ts';
import type {
  EvaluationResult,
  PeopleNode,
  RequirementNode,
} from '../../src/domain/evaluation/evaluation-result.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { arbitraryFacts, arbitraryRequirement } from './support/arbitrary-facts.ts';
import { ask } from './support/ask.ts';
import { goldFor } from './support/programme-builder.ts';

const ON = '2018-06-01';
const arbitraryQuestion = fc.record({ facts: arbitraryFacts, requirement: arbitraryRequirement });
const RUNS = { numRuns: 300 };

function shuffled<T>(items: readonly T[], keys: readonly number[]): T[] {
  return items
    .map((item, index) => ({ item, key: keys[index % keys.length]! * 31 + ((index * 7919) % 101) }))
    .sort((left, right) => left.key - right.key)
    .map(({ item }) => item);
}

function peopleNodes(nodes: readonly RequirementNode[]): readonly PeopleNode[] {
  return nodes.flatMap((node): readonly PeopleNode[] => {
    if (node.kind === 'people') return [node, ...node.children];
    return 'children' in node ? peopleNodes(node.children) : [];
  });
}

function citedRecords(result: EvaluationResult): ReadonlySet<string> {
  const nodes = result.competencies.flatMap((entry) => peopleNodes(entry.requirements!));
  return new Set(nodes.flatMap((node) => node.seats.flatMap((seat) => seat.records)));
}

function withRecords(facts: FactsDocument, keep: (id: string) => boolean): FactsDocument {
  const people = facts.people!.map((person) => ({
    ...person,
    records: person.records!.filter(({ id }) => keep(id)),
  }));
  return { ...facts, people };
}

describe('an evaluation', () => {
  it('gives the same bytes whatever the order of arrival', () => {
    const keys = fc.array(fc.nat(100), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(arbitraryQuestion, keys, ({ facts, requirement }, order) => {
        const programme = goldFor(requirement);
        const people = facts.people!.map((person) => ({
          ...person,
          records: shuffled(person.records!, order),
          ...(person.associations && { associations: shuffled(person.associations, order) }),
        }));
        const other = { ...facts, people: shuffled(people, order), metrics: shuffled(facts.metrics!, order) };
        const question = { asOf: ON, knownAt: '2018-05-01' };
        expect(JSON.stringify(ask(programme, other, question))).toBe(
          JSON.stringify(ask(programme, facts, question)),
        );
      }),
      RUNS,
    );
  });

  it('keeps its outcome when records that it does not cite are removed', () => {
    fc.assert(
      fc.property(arbitraryQuestion, ({ facts, requirement }) => {
        const programme = goldFor(requirement);
        const before = ask(programme, facts, { asOf: ON });
        const cited = citedRecords(before);
        const after = ask(
          programme,
          withRecords(facts, (id) => cited.has(id)),
          { asOf: ON },
        );
        expect(after.competencies[0]!.outcome).toBe(before.competencies[0]!.outcome);
      }),
      RUNS,
    );
  });

  it('as known earlier does not change by what is recorded later', () => {
    fc.assert(
      fc.property(arbitraryQuestion, ({ facts, requirement }) => {
        const programme = goldFor(requirement);
        const question = { asOf: ON, knownAt: '2018-03-15' };
        const late = facts.people!.flatMap((person) =>
          person
            .records!.filter(({ recordedAt }) => recordedAt && recordedAt > '2018-03-16')
            .map(({ id }) => id),
        );
        const without = withRecords(facts, (id) => !late.includes(id));
        expect(ask(programme, without, question)).toEqual(ask(programme, facts, question));
      }),
      RUNS,
    );
  });

  it('counts and explains alike, as an object and as text', () => {
    fc.assert(
      fc.property(arbitraryQuestion, ({ facts, requirement }) => {
        const programme = goldFor(requirement);
        const explained = ask(programme, facts, { asOf: ON });
        const counted = ask(programme, facts, { asOf: ON, explain: false });
        const competencies = explained.competencies.map(({ requirements: _, ...entry }) => entry);
        const { notCounted: _, ...rest } = explained;
        expect(counted).toEqual({ ...rest, competencies });
        const evaluator = createEvaluator(programme, { validAt: ON, knownAt: null });
        if (isFailure(evaluator)) throw new Error('refused');
        expect(evaluator.evaluateToText(facts)).toBe(JSON.stringify(counted));
      }),
      RUNS,
    );
  });

  it('shows a requirement tree whose outcomes add up to the option’s', () => {
    fc.assert(
      fc.property(arbitraryQuestion, ({ facts, requirement }) => {
        // Without a market each node says what holds in either, which need not add up.
        fc.pre(facts.partner.market !== undefined);
        const { competencies } = ask(goldFor(requirement), facts, { asOf: ON });
        const { outcome, requirements, shortfall } = competencies[0]!;
        const outcomes = requirements!.map((node) => node.outcome);
        const expected = outcomes.includes('unmet')
          ? 'unmet'
          : outcomes.includes('undetermined')
            ? 'undetermined'
            : 'met';
        expect(outcome).toBe(expected);
        if (outcome === 'met') expect(shortfall.people).toBe(0);
        for (const node of peopleNodes(requirements!)) {
          expect(node.seats.length).toBe(node.have);
          expect(node.shortfall).toBe(node.need - node.have);
          expect(node.eligible).toBeGreaterThanOrEqual(node.have);
        }
      }),
      RUNS,
    );
  });

  it('never throws on facts that are not facts', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const answer = evaluate(value as never, goldFor({ kind: 'all-of', of: [] }), {
          validAt: ON,
          knownAt: null,
        });
        expect(typeof answer).toBe('object');
      }),
      RUNS,
    );
  });
});
