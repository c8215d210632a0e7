import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProgramme } from '../../../src/domain/evaluation/compile-programme.ts';
import { MET, UNMET } from '../../../src/domain/evaluation/outcomes.ts';
import { CountingIntervals } from '../../../src/domain/network/counting-intervals.ts';
import { LivePartner } from '../../../src/domain/network/live-partner.ts';
import { NetworkLevels } from '../../../src/domain/network/network-levels.ts';
import { day, goldFor, holds } from '../support/programme-builder.ts';
import { arbitraryHolders, arbitraryProgramme, networkOf, tableOf } from './support.ts';

const ON = '2018-06-01';

describe('a partner kept up to date', { timeout: 120_000 }, () => {
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
          const company = {
            ...others,
            partner: { id: 'contoso', market: 'developing' as const },
            metrics: [],
          };
          const before = [...live.outcomes];
          const changed = live.changeCompany(tableOf({ ...company, people: [] }, programme, null, day(ON)));
          const [anew] = networkOf([{ ...company, people }], programme);
          const { outcomes } = levels.evaluate(anew!);
          expect(live.outcomes).toEqual(outcomes);
          expect(changed).toEqual(
            before.flatMap((was, option) => (was === outcomes[option] ? [] : [option])),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('measures growth against the people as they are known now', () => {
    const both = (value: number) => ({ developed: value, developing: value });
    const programme = goldFor({
      kind: 'score',
      threshold: 100,
      below: null,
      everyMetricPositive: false,
      metrics: [
        {
          kind: 'growth',
          metric: 'sales',
          max: 100,
          holds: holds('exam:a'),
          since: day('2017-07-01'),
          bands: [{ from: both(0), to: both(100), percent: 50 }],
          reached: null,
        },
      ],
    });
    const achieved = (number: number, achievedOn: string) => ({
      id: `p${number}`,
      records: [{ id: `r${number}`, skill: 'exam:a', achievedOn }],
    });
    const partner = { id: 'contoso', market: 'developed' as const };
    // Two on the first baseline day, three today: grown by half.
    const people = [achieved(1, '2017-01-10'), achieved(2, '2017-01-10'), achieved(3, '2018-01-10')];
    const [segment] = networkOf([{ partner, people }], programme);
    const { programme: rules } = new NetworkLevels(programme, day(ON));
    const live = new LivePartner(rules, segment!, 0);
    expect([...live.outcomes]).toEqual([MET]);
    const intervals = new CountingIntervals(rules.compiled);
    // The third was there from the beginning, as it turns out.
    intervals.collect(tableOf({ partner, people: [achieved(3, '2017-01-10')] }, programme), 0);
    expect(live.change(2, intervals)).toEqual([0]);
    expect([...live.outcomes]).toEqual([UNMET]);
    // Somebody new, and then a renewal from which growth is measured.
    intervals.collect(tableOf({ partner, people: [achieved(4, '2018-03-01')] }, programme), 0);
    expect(live.change(3, intervals)).toEqual([]);
    intervals.collect(tableOf({ partner, people: [achieved(5, '2018-03-01')] }, programme), 0);
    expect(live.change(4, intervals)).toEqual([0]);
    const renewed = { partner, memberships: [{ offer: 'gold', activeFrom: '2018-04-01' }] };
    expect(live.changeCompany(tableOf(renewed, programme, null, day(ON)))).toEqual([0]);
    expect([...live.outcomes]).toEqual([UNMET]);
  });
});
