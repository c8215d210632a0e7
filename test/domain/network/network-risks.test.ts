import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../../src/domain/catalogue/catalogue.ts';
import type {
  EvaluationResult,
  PeopleNode,
  RequirementNode,
} from '../../../src/domain/evaluation/evaluation-result.ts';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import type { LevelPlan } from '../../../src/domain/network/level-plans.ts';
import { NetworkLevels } from '../../../src/domain/network/network-levels.ts';
import { NetworkRisks, NO_DEPARTURES, type SegmentRisks } from '../../../src/domain/network/network-risks.ts';
import type { NetworkSegment } from '../../../src/domain/network/network-segment.ts';
import { levelRisk } from '../../../src/domain/projection/level-risk.ts';
import {
  addDays,
  formatDay,
  formatMonth,
  type Month,
  monthOf,
  parseMonth,
} from '../../../src/domain/time/day.ts';
import { ask } from '../support/ask.ts';
import { day } from '../support/programme-builder.ts';
import { arbitraryNetwork, networkOf } from './support.ts';

const ON = '2018-06-01';

interface Partner {
  readonly facts: FactsDocument;
  readonly programme: Programme;
  readonly segment: NetworkSegment;
  readonly number: number;
  readonly kernel: NetworkRisks;
  readonly risks: SegmentRisks;
}

function eachPartner(check: (partner: Partner) => void, runs: number): void {
  fc.assert(
    fc.property(arbitraryNetwork, ({ documents, programme }) => {
      const kernel = new NetworkRisks(programme, day(ON), { seats: true });
      let next = 0;
      for (const segment of networkOf(documents, programme, { intervalsPerSegment: 20 })) {
        const risks = kernel.evaluate(segment);
        for (let number = 0; number < segment.sizes.partners; number++) {
          check({ facts: documents[next++]!, programme, segment, number, kernel, risks });
        }
      }
      expect(next).toBe(documents.length);
    }),
    { numRuns: runs },
  );
}

function isMet({ competencies }: EvaluationResult, { competency, level }: LevelPlan): boolean {
  return competencies.some(
    (entry) => entry.competency === competency && entry.level === level && entry.outcome === 'met',
  );
}

function nextAnniversary({ memberships = [] }: FactsDocument): string {
  const ahead = memberships.map(({ anniversary }) => anniversary!).filter((anniversary) => anniversary > ON);
  return ahead.sort()[0] ?? formatDay(addDays(day(ON), 365));
}

/** The same facts with every figure as many months later as the question. */
function figuresHeld(facts: FactsDocument, until: string): FactsDocument {
  const months = monthOf(day(until)) - monthOf(day(ON));
  const metrics = facts.metrics!.map((entry) => ({
    ...entry,
    month: formatMonth((parseMonth(entry.month)! + months) as Month),
  }));
  return { ...facts, metrics };
}

function peopleLeaves(nodes: readonly RequirementNode[]): readonly PeopleNode[] {
  return nodes.flatMap((node) =>
    node.kind === 'people' ? [node] : 'children' in node ? peopleLeaves(node.children) : [],
  );
}

/** Seats of the segment as ids: `option/leaf` → people. */
function seatsOf({ facts, number, risks }: Partner): Map<string, readonly string[]> {
  const individuals = individualIds(facts);
  const seats = new Map<string, readonly string[]>();
  for (let at = risks.firstSeat[number]!; at < risks.firstSeat[number + 1]!; ) {
    const [option, leaf, count] = risks.seats.subarray(at, at + 3);
    const people = [...risks.seats.subarray(at + 3, at + 3 + count!)];
    seats.set(
      `${option}/${leaf}`,
      people.map((person) => individuals[person]!),
    );
    at += 3 + count!;
  }
  return seats;
}

/** The lowest id of each individual, in order. */
function individualIds({ people = [] }: FactsDocument): readonly string[] {
  const lowest = new Map(people.map(({ id }) => [id, id]));
  for (let again = true; again; ) {
    again = false;
    for (const { id, sameAs } of people) {
      if (!sameAs || !lowest.has(sameAs)) continue;
      const least = [lowest.get(id)!, lowest.get(sameAs)!].sort()[0]!;
      for (const member of [id, sameAs]) {
        if (lowest.get(member) === least) continue;
        lowest.set(member, least);
        again = true;
      }
    }
  }
  return people
    .map(({ id }) => id)
    .filter((id) => lowest.get(id) === id)
    .sort();
}

// Many partners evaluated alone take their time on a busy machine.
describe('the risks of a network', { timeout: 120_000 }, () => {
  it('come with the same levels, and with the shortfall of every option', () => {
    eachPartner(({ facts, programme, segment, number, risks }) => {
      const levels = new NetworkLevels(programme, day(ON)).evaluate(segment);
      expect(risks.outcomes).toEqual(levels.outcomes);
      expect(risks.attained).toEqual(levels.attained);
      const expected = ask(programme, facts, { asOf: ON, explain: false }).competencies;
      const own = risks.shortfalls.subarray(number * expected.length, (number + 1) * expected.length);
      expect([...own]).toEqual(expected.map(({ shortfall }) => shortfall.people));
    }, 30);
  });

  it('say how many departures each level survives, exactly', () => {
    eachPartner(({ facts, programme, number, kernel, risks }) => {
      const projected = levelRisk(facts, programme, { validAt: ON, knownAt: null, until: ON });
      if (projected.kind !== 'projected') throw new Error('refused');
      const survived = kernel.levels.map(({ competency, level }) => {
        const found = projected.risk.levels.find(
          (entry) => entry.competency === competency && entry.level === level,
        );
        return found?.departuresSurvived ?? NO_DEPARTURES;
      });
      const own = risks.survived.subarray(number * kernel.levels.length, (number + 1) * kernel.levels.length);
      expect([...own]).toEqual(survived);
    }, 50);
  });

  it('name the levels that are not met on the next anniversary, figures held', () => {
    eachPartner(({ facts, programme, number, kernel, risks }) => {
      const until = nextAnniversary(facts);
      const today = ask(programme, facts, { asOf: ON, explain: false });
      const then = ask(programme, figuresHeld(facts, until), { asOf: until, explain: false });
      const lost = kernel.levels.map((level) => (isMet(today, level) && !isMet(then, level) ? 1 : 0));
      const own = risks.lost.subarray(number * kernel.levels.length, (number + 1) * kernel.levels.length);
      expect([...own]).toEqual(lost);
    }, 50);
  });

  it('seat the people whom an explanation seats, in every option that is met', () => {
    eachPartner((partner) => {
      const { facts, programme, kernel } = partner;
      // Without a market an explanation merges both.
      if (facts.partner.market === undefined) return;
      const seats = seatsOf(partner);
      const { competencies } = ask(programme, facts, { asOf: ON });
      competencies.forEach(({ outcome, requirements }, option) => {
        const nodes = peopleLeaves(requirements!);
        const { leaves } = kernel.programme.compiled.options[option]!;
        const numbers = leaves.flatMap((leaf) => (leaf.kind === 'people' ? [leaf.number] : []));
        const shown = numbers.map((leaf, index) => ({ leaf, people: seats.get(`${option}/${leaf}`), index }));
        if (outcome !== 'met') expect(shown.filter(({ people }) => people !== undefined)).toEqual([]);
        for (const { people, index } of shown) {
          if (people !== undefined) expect(people).toEqual(nodes[index]!.seats.map(({ person }) => person));
        }
        if (outcome === 'met' && nodes.length > 0 && requirements!.every(({ kind }) => kind === 'people')) {
          expect(shown.some(({ people }) => people !== undefined)).toBe(true);
        }
      });
    }, 50);
  });
});
