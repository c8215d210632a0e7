import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProgramme } from '../../../src/domain/evaluation/compile-programme.ts';
import { CountingIntervals } from '../../../src/domain/network/counting-intervals.ts';
import { LivePartner } from '../../../src/domain/network/live-partner.ts';
import { NetworkLevels } from '../../../src/domain/network/network-levels.ts';
import { day } from '../support/programme-builder.ts';
import { arbitraryHolders, arbitraryProgramme, networkOf, tableOf } from './support.ts';

const ON = '2018-06-01';

describe('a partner kept up to date', () => {
  it('gives after every change the answers of a partner packed anew', () => {
    const arbitraryChanges = fc.array(fc.record({ place: fc.nat(14), from: fc.nat(13) }), { maxLength: 10 });
    fc.assert(
      fc.property(
        arbitraryProgramme,
        arbitraryHolders,
        arbitraryHolders,
        arbitraryChanges,
        (programme, facts, others, changes) => {
          const levels = new NetworkLevels(programme, day(ON));
          const intervals = new CountingIntervals(compileProgramme(programme, day(ON)));
          // People keep the order in which they are listed: their ids are put in that order.
          const people = facts.people!.map((person, index) => ({ ...person, id: `p${100 + index}` }));
          const [segment] = networkOf([{ ...facts, people }], programme);
          const live = new LivePartner(levels.programme, segment!, 0);
          for (const { place, from } of changes) {
            const number = Math.min(place, people.length);
            const { employedUntil, records } = others.people![from % others.people!.length]!;
            const renamed = records!.map((entry) => ({ ...entry, id: `${number}/${entry.id}` }));
            const person = { id: `p${100 + number}`, employedUntil: employedUntil!, records: renamed };
            intervals.collect(tableOf({ ...facts, people: [person] }, programme), 0);
            const before = [...live.outcomes];
            const changed = live.change(number, intervals);
            people[number] = person;
            const [anew] = networkOf([{ ...facts, people }], programme);
            const { outcomes } = levels.evaluate(anew!);
            expect(live.outcomes).toEqual(outcomes);
            const differing = before.flatMap((outcome, option) =>
              outcome === outcomes[option] ? [] : [option],
            );
            expect([...changed].sort((left, right) => left - right)).toEqual(differing);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
