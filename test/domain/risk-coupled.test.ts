/** Risk where options are coupled, against an independent, naive search: every set of leavers, every day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Requirement, RequirementSet, SharingLimit } from '../../src/domain/catalogue/catalogue.ts';
import { atLeast, type KeptBy } from '../../src/domain/robustness/fewest-departures.ts';
import { departuresOf } from '../../src/domain/robustness/level-departures.ts';
import { WorkLimit } from '../../src/domain/robustness/work-limit.ts';
import { attainedLevel, COUPLED_PROGRAMMES, largerTeam, team } from './support/arbitrary-coupled.ts';
import { facts, person } from './support/ask.ts';
import { AS_OF, naiveDepartures, naiveLoss } from './support/naive-risk.ts';
import { all, anyOf, competency, day, option, people, programme } from './support/programme-builder.ts';
import { projected, risks } from './support/risk.ts';

describe('a programme with', () => {
  it.each(COUPLED_PROGRAMMES)(
    '%s survives as many departures as letting every set of people leave shows',
    (_, rules) => {
      const survivals = new Set<number | null>();
      fc.assert(
        fc.property(rules, team, (asked, document) => {
          for (const level of risks(asked, document, { asOf: AS_OF, until: AS_OF })) {
            const { survived, critical } = naiveDepartures(asked, document, level);
            survivals.add(survived);
            expect([level.departuresSurvived, level.criticalPeople]).toEqual([survived, critical]);
          }
        }),
        { numRuns: 200 },
      );
      expect(survivals.size).toBeGreaterThan(2);
    },
  );

  it.each(COUPLED_PROGRAMMES)(
    '%s loses a level on the first day on which asking anew says not met',
    (_, rules) => {
      const until = '2018-10-01';
      let lost = 0;
      fc.assert(
        fc.property(rules, team, (asked, document) => {
          for (const level of risks(asked, document, { asOf: AS_OF, until })) {
            const on = naiveLoss(asked, document, until, level);
            expect(level.firstLossDate).toBe(on);
            expect(level.cause === null).toBe(on === null);
            if (level.cause !== null) expect(level.cause).not.toEqual([]);
            if (on !== null) lost++;
          }
        }),
        { numRuns: 120 },
      );
      expect(lost).toBeGreaterThan(0);
    },
  );
});

const ONCE: SharingLimit = { kind: 'at-most', atMost: 1, levels: null, groups: null, exempt: [] };
const ASKED = { asOf: AS_OF, until: '2018-10-01' };

/** Two competencies that ask for somebody who holds the one or the other skill; gold wants the first skill. */
function sharedRules() {
  return programme(
    [
      competency('first', option('only', { silver: people(1, anyOf('exam:a', 'exam:b')) })),
      competency('second', option('only', { gold: people(1, 'exam:a') })),
    ],
    { sharingLimits: [ONCE] },
  );
}

it('limits on sharing people in a larger company: as many departures as every set of people shows', () => {
  const [, rules] = COUPLED_PROGRAMMES.find(([name]) => name === 'limits on sharing people')!;
  fc.assert(
    fc.property(rules, largerTeam, (asked, document) => {
      const { levels, warnings } = projected(asked, document, { asOf: AS_OF, until: AS_OF }).risk;
      expect(warnings).toBeUndefined();
      for (const level of levels) {
        const { survived, critical } = naiveDepartures(asked, document, level);
        expect([level.departuresSurvived, level.criticalPeople]).toEqual([survived, critical]);
      }
    }),
    { numRuns: 40 },
  );
});

describe('a level is lost', () => {
  it('when its people are used for a better one', () => {
    const coming = { id: 'r2', skill: 'exam:a', achievedOn: '2018-08-01' };
    const both = [{ id: 'r1', skill: 'exam:b', achievedOn: '2018-02-01' }, coming];
    expect(risks(sharedRules(), facts([{ id: 'p1', records: both }]), ASKED)).toMatchObject([
      {
        competency: 'first',
        firstLossDate: '2018-08-01',
        cause: [{ kind: 'people-used-elsewhere', options: ['only'] }],
        departuresSurvived: 0,
        criticalPeople: ['p1'],
      },
    ]);
  });

  it('when the staff grows and its share of qualified people is too small', () => {
    const half: Requirement = { kind: 'percent-of-staff', percent: 50, atMost: null, holds: anyOf('exam:a') };
    const rules = programme([competency('skilled', option('only', { gold: half }))]);
    const staff = [
      person('p1', ['exam:a']),
      person('p2', []),
      person('p3', [], { employedFrom: '2018-07-01' }),
    ];
    expect(risks(rules, facts(staff), ASKED)).toMatchObject([
      {
        firstLossDate: '2018-07-01',
        cause: [{ kind: 'staff-grown', people: ['p3'] }],
        departuresSurvived: 0,
        criticalPeople: ['p1'],
      },
    ]);
  });

  it('when the exemption ends that gave the level it asks for', () => {
    const rules = programme([
      competency('base', option('only', { silver: people(9, 'exam:a') })),
      competency('skilled', option('only', { gold: attainedLevel('base', 'silver') })),
    ]);
    const exemptions = [{ competency: 'base', level: 'silver', until: '2018-07-01' }];
    expect(risks(rules, facts([], { exemptions }), ASKED)).toMatchObject([
      { firstLossDate: '2018-07-01', cause: [{ kind: 'exemption-ended' }], departuresSurvived: null },
    ]);
  });

  it('when somebody leaves on whom a level that it asks for rests', () => {
    const rules = programme([
      competency('base', option('only', { silver: people(1, 'exam:a') })),
      competency(
        'skilled',
        option('only', { gold: all(attainedLevel('base', 'silver'), people(1, 'exam:b')) }),
      ),
    ]);
    const staff = [person('p1', ['exam:a'], { employedUntil: '2018-07-01' }), person('p2', ['exam:b'])];
    expect(risks(rules, facts(staff), ASKED)[1]).toMatchObject({
      competency: 'skilled',
      firstLossDate: '2018-07-01',
      cause: [{ kind: 'person-left', people: ['p1'] }],
      departuresSurvived: 0,
      criticalPeople: ['p1', 'p2'],
    });
  });
});

describe('rules that change', () => {
  const on = '2018-09-10';
  const rule = (requirement: Requirement) => option('only', { gold: requirement });
  /** The same option with other rules from the day on; `null` for none before it. */
  function dated(before: Requirement | null, after: Requirement) {
    const own = rule(after);
    const [set] = own.levels[0]!.sets as [RequirementSet];
    const from = { ...set, from: day(on) };
    const until = before === null ? [] : [{ ...set, requirement: before, until: day(on) }];
    return { ...own, levels: [{ level: 'gold', sets: [...until, from] }] };
  }
  const changed = { competency: 'other', level: 'gold', option: 'only' };
  const asked = { asOf: AS_OF, until: '2018-12-31' };

  it('are named of a level that the lost one asks for', () => {
    const rules = programme([
      competency('other', dated(people(1, 'exam:a'), people(2, 'exam:a'))),
      competency('skilled', rule(attainedLevel('other', 'gold'))),
    ]);
    expect(risks(rules, facts([person('p1', ['exam:a'])]), asked)).toMatchObject([
      { competency: 'other', cause: [{ kind: 'rules-changed', options: ['only'] }] },
      { competency: 'skilled', cause: [{ kind: 'rules-changed', options: [], elsewhere: [changed] }] },
    ]);
  });

  it('are named of another level that takes the people from the day on', () => {
    const rules = programme(
      [
        competency('other', dated(null, people(1, 'exam:a'))),
        competency('skilled', rule(people(1, 'exam:a'))),
      ],
      { sharingLimits: [ONCE] },
    );
    expect(risks(rules, facts([person('p1', ['exam:a'])]), asked)).toMatchObject([
      {
        competency: 'skilled',
        firstLossDate: on,
        cause: [{ kind: 'rules-changed', options: [], elsewhere: [changed] }],
      },
    ]);
  });
});

describe('a search that is given up', () => {
  const types = [{ individuals: [0, 1, 2], predicates: [0] }];
  const kept: KeptBy = ([left]) => (left! > 0 ? [atLeast([0], 1)] : null);

  it('says what it has proved and that it is not all', () => {
    expect(departuresOf(types, kept, new WorkLimit(0))).toEqual({ survived: 0, critical: [], proved: false });
    expect(departuresOf(types, kept, new WorkLimit(1e9))).toEqual({
      survived: 2,
      critical: [],
      proved: true,
    });
  });
});
