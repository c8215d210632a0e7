import { describe, expect, it } from 'vitest';
import type { SharingLimit } from '../../src/domain/catalogue/catalogue.ts';
import type { PeopleNode } from '../../src/domain/evaluation/evaluation-result.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { ask, facts, person } from './support/ask.ts';
import {
  all,
  allOf,
  anyOf,
  competency,
  ofWhich,
  option,
  people,
  performance,
  programme,
} from './support/programme-builder.ts';

const ON = '2018-06-15';
const EXCLUSIVE_GOLD: SharingLimit = {
  kind: 'at-most',
  atMost: 1,
  levels: ['gold'],
  groups: null,
  exempt: [],
};

/** Silver for two people, who may be shared; gold for four, whom no other gold may use. */
const exclusive = programme(
  [
    ['data', 'exam:a'],
    ['cloud', 'exam:b'],
    ['web', 'exam:c'],
  ].map(([id, skill]) =>
    competency(id!, option('only', { silver: people(2, skill!), gold: people(4, skill!) })),
  ),
  { sharingLimits: [EXCLUSIVE_GOLD] },
);

function crowd(...skills: readonly (readonly string[])[]): FactsDocument {
  return facts(skills.map((held, index) => person(`p${String(index + 1).padStart(2, '0')}`, held)));
}

function outcomes(document: FactsDocument): Record<string, string> {
  const { competencies } = ask(exclusive, document, { asOf: ON });
  return Object.fromEntries(
    competencies.map(({ competency: id, level, outcome, shortfall }) => [
      `${id} ${level}`,
      outcome === 'unmet' ? `${shortfall.people} short` : outcome,
    ]),
  );
}

const ALL = ['exam:a', 'exam:b', 'exam:c'];

describe('gold that is exclusive over three competencies', () => {
  it('is met in two of them by eight people who could each serve all three', () => {
    expect(outcomes(crowd(...Array.from({ length: 8 }, () => ALL)))).toEqual({
      'data silver': 'met',
      'data gold': 'met',
      'cloud silver': 'met',
      'cloud gold': 'met',
      'web silver': 'met',
      'web gold': '4 short',
    });
  });

  it('is met in all three by twelve', () => {
    const { attained } = ask(exclusive, crowd(...Array.from({ length: 12 }, () => ALL)), { asOf: ON });
    expect(attained.map(({ level }) => level)).toEqual(['gold', 'gold', 'gold']);
  });

  it('goes to the competencies that leave the most golds, not to the first', () => {
    // Data alone would take everybody who could make cloud and web.
    const held = [
      ...Array.from({ length: 2 }, () => ['exam:a', 'exam:b']),
      ...Array.from({ length: 2 }, () => ['exam:a', 'exam:c']),
      ...Array.from({ length: 2 }, () => ['exam:b']),
      ...Array.from({ length: 2 }, () => ['exam:c']),
    ];
    expect(outcomes(crowd(...held))).toMatchObject({
      'data gold': '4 short',
      'cloud gold': 'met',
      'web gold': 'met',
    });
  });

  it('seats everybody once, and says where people are who could fill an empty seat', () => {
    const result = ask(exclusive, crowd(...Array.from({ length: 9 }, () => ALL)), { asOf: ON });
    const golds = result.competencies.filter(({ level }) => level === 'gold');
    const [data, cloud, web] = golds.map(({ requirements }) => requirements![0] as PeopleNode);
    const seated = [...data!.seats, ...cloud!.seats].map((seat) => seat.person);
    expect(new Set(seated).size).toBe(8);
    expect(web).toMatchObject({ outcome: 'unmet', have: 1, eligible: 9, shortfall: 3, spare: [] });
    expect(web!.elsewhere!.map((taken) => taken.person).sort()).toEqual([...seated].sort());
    expect(web!.elsewhere![0]).toMatchObject({
      atMost: 1,
      uses: [{ competency: 'data', level: 'gold', option: 'only', group: null }],
    });
    expect(data!.elsewhere!.map((taken) => taken.uses[0]!.competency)).toEqual(Array(4).fill('cloud'));
  });

  it('does not say of a record that fills a silver seat that its holder is used elsewhere', () => {
    const result = ask(exclusive, crowd(...Array.from({ length: 8 }, () => ALL)), { asOf: ON });
    const taken = result.notCounted!.filter(({ competency: id }) => id === 'web');
    expect(taken.map(({ reason }) => reason)).toEqual(Array(6).fill('seat-taken'));
    expect(taken[0]).toMatchObject({
      option: 'only',
      params: { competency: 'data', level: 'gold', option: 'only', group: null, atMost: 1 },
    });
  });

  it('is the same answer for one competency asked alone', () => {
    const document = crowd(...Array.from({ length: 8 }, () => ALL));
    const alone = ask(exclusive, document, { asOf: ON, competency: 'web' });
    const whole = ask(exclusive, document, { asOf: ON });
    expect(alone.competencies).toEqual(whole.competencies.filter((entry) => entry.competency === 'web'));
    expect(alone.attained).toEqual([{ competency: 'web', level: 'silver' }]);
    expect(new Set(alone.notCounted!.map((entry) => entry.competency))).toEqual(new Set(['web']));
    expect(ask(exclusive, document, { asOf: ON, level: 'silver' }).attained).toHaveLength(3);
  });
});

describe('an unknown metric under sharing limits', () => {
  const contested = programme(
    [
      competency('data', option('only', { gold: all(people(1, 'exam:a'), performance('sales', 1)) })),
      competency('cloud', option('only', { gold: people(1, 'exam:a') })),
    ],
    { sharingLimits: [EXCLUSIVE_GOLD] },
  );

  it('leaves open who gets the only person', () => {
    const { competencies } = ask(contested, facts([person('p1', ['exam:a'])]), { asOf: ON });
    expect(competencies.map(({ outcome }) => outcome)).toEqual(['undetermined', 'undetermined']);
    expect(competencies[1]!.requirements![0]).toMatchObject({ outcome: 'undetermined', have: 1 });
  });

  it('leaves nothing open where there are people enough', () => {
    const document = facts([person('p1', ['exam:a']), person('p2', ['exam:a'])]);
    const { competencies } = ask(contested, document, { asOf: ON });
    expect(competencies.map(({ outcome }) => outcome)).toEqual(['undetermined', 'met']);
  });

  it('that is known and missed takes no person from others', () => {
    const document = facts([person('p1', ['exam:a'])], { complete: true });
    const { competencies } = ask(contested, document, { asOf: ON });
    expect(competencies.map(({ outcome }) => outcome)).toEqual(['unmet', 'met']);
  });
});

describe('a limit to one group', () => {
  const roles = programme(
    ['data', 'cloud'].map((id) =>
      competency(
        id,
        option('only', {
          gold: all(people(1, 'exam:a', { group: 'sales' }), people(1, 'exam:b', { group: 'field' })),
        }),
      ),
    ),
    { sharingLimits: [{ kind: 'one-of-groups', groups: ['sales', 'field'], levels: null, exempt: [] }] },
  );

  it('lets two people share both competencies, each in one role', () => {
    const document = facts([person('p1', ['exam:a', 'exam:b']), person('p2', ['exam:b'])]);
    expect(ask(roles, document, { asOf: ON }).attained).toHaveLength(2);
  });

  it('does not let one of them change roles', () => {
    const document = facts([person('p1', ['exam:a']), person('p2', ['exam:a'])]);
    const { competencies } = ask(roles, document, { asOf: ON });
    expect(competencies.map(({ shortfall }) => shortfall.people)).toEqual([1, 1]);
  });
});

describe('a level of another competency that is required', () => {
  const needing = programme(
    [
      competency(
        'master',
        option('only', {
          gold: all(people(1, 'exam:a'), {
            kind: 'attained',
            anyOf: [{ competency: 'base', level: 'silver' }],
          }),
        }),
      ),
      competency('base', option('only', { silver: people(1, 'exam:a'), gold: people(2, 'exam:a') })),
    ],
    { sharingLimits: [{ ...EXCLUSIVE_GOLD, levels: null }] },
  );

  it('must be had with other people where they are not shared', () => {
    const one = facts([person('p1', ['exam:a'])]);
    expect(ask(needing, one, { asOf: ON }).attained).toEqual([{ competency: 'base', level: 'silver' }]);
    const two = facts([person('p1', ['exam:a']), person('p2', ['exam:a'])]);
    expect(ask(needing, two, { asOf: ON }).attained).toEqual([
      { competency: 'master', level: 'gold' },
      { competency: 'base', level: 'silver' },
    ]);
  });
});

describe('hard companies', () => {
  it('are decided: twenty people who are nearly all needed', () => {
    const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const groups = ['x', 'y', 'z'];
    const hard = programme(
      letters.map((_, index) =>
        competency(
          `c${index}`,
          option('only', {
            gold: all(
              ...groups.map((group, place) =>
                people(2, `exam:${letters[(index + place * 3) % 8]}`, { group }),
              ),
            ),
          }),
        ),
      ),
      {
        sharingLimits: [
          { kind: 'at-most', atMost: 2, levels: null, groups: ['x'], exempt: [] },
          { kind: 'at-most', atMost: 2, levels: null, groups: ['y'], exempt: [] },
          { kind: 'at-most', atMost: 3, levels: null, groups: ['z'], exempt: [] },
          { kind: 'one-of-groups', groups, levels: null, exempt: [] },
        ],
      },
    );
    // Twenty people, nearly all needed, each able to do a scattered part: a fixed example of a hard company.
    let state = 15838;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 0x1_0000_0000;
    };
    const document = facts(
      Array.from({ length: 20 }, (_, index) =>
        person(
          `p${index}`,
          letters.filter(() => next() < 0.4).map((letter) => `exam:${letter}`),
        ),
      ),
    );
    const { competencies, warnings } = ask(hard, document, { asOf: ON, explain: false });
    expect(warnings).toEqual([]);
    expect(competencies.every(({ outcome }) => outcome !== 'undetermined')).toBe(true);
  });

  it('are decided: nine people for twelve levels of six competencies, one competency a person', () => {
    const a = (letter: string) => `exam:${letter}`;
    const team = (count: number, letter: string) => people(count, a(letter));
    const both = (one: string, other: string) => people(1, allOf(a(one), a(other)));
    const levels = {
      c0: {
        silver: all(team(2, 'f'), both('b', 'e'), team(1, 'c')),
        gold: all(team(1, 'b'), team(1, 'e')),
      },
      c1: {
        silver: all(team(3, 'e'), people(1, anyOf(a('e'), a('b')))),
        gold: all(team(1, 'f'), team(2, 'e')),
      },
      c2: { silver: team(2, 'f'), gold: all(team(1, 'a'), team(3, 'b')) },
      c3: {
        silver: people(1, a('b'), { ofWhich: [ofWhich(1, a('e'))] }),
        gold: team(2, 'd'),
      },
      c4: {
        silver: all(people(3, a('d'), { ofWhich: [ofWhich(1, a('b'))] }), team(2, 'a'), both('e', 'd')),
        gold: all(both('c', 'e'), people(4, anyOf(a('c'), a('b')))),
      },
      c5: {
        silver: all(team(3, 'e'), team(2, 'f')),
        gold: all(people(2, allOf(a('d'), a('f'))), team(3, 'c')),
      },
    };
    const small = programme(
      Object.entries(levels).map(([id, own]) => competency(id, option('only', own))),
      { sharingLimits: [{ ...EXCLUSIVE_GOLD, levels: null }] },
    );
    const held = ['be', 'cde', 'bd', 'acef', 'def', 'bcef', 'bde', 'af', 'e'];
    const document = facts(held.map((letters, index) => person(`p${index}`, [...letters].map(a))));
    const { competencies, warnings } = ask(small, document, { asOf: ON, explain: false });
    expect(warnings).toEqual([]);
    expect(
      competencies.map(({ competency: id, level, outcome, shortfall }) =>
        outcome === 'met' ? `${id} ${level}` : shortfall.people,
      ),
    ).toEqual([2, 'c0 gold', 1, 'c1 gold', 'c2 silver', 2, 'c3 silver', 'c3 gold', 6, 5, 5, 5]);
  });
});

describe('a search that is given up', () => {
  it('leaves undetermined what may be seated, and says so', () => {
    // Seven options that can be seated hang on unknown figures: too many to go through all that may turn out.
    const open = programme(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) =>
        competency(
          `c${letter}`,
          option('only', {
            gold: all(people(letter === 'h' ? 2 : 1, `exam:${letter}`), performance('sales', 1)),
          }),
        ),
      ),
      { sharingLimits: [EXCLUSIVE_GOLD] },
    );
    const document = facts([
      person(
        'p1',
        ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => `exam:${letter}`),
      ),
    ]);
    const { competencies, warnings } = ask(open, document, { asOf: ON, explain: false });
    expect(warnings).toContainEqual({ code: 'sharing-limits-undecided' });
    expect(competencies.map(({ outcome }) => outcome)).toEqual([
      ...new Array(7).fill('undetermined'),
      'unmet',
    ]);
  });
});

describe('programmes without sharing limits', () => {
  it('use a person in every competency, as before', () => {
    const shared = programme(
      ['data', 'cloud'].map((id) =>
        competency(id, option('only', { gold: people(1, anyOf('exam:a', 'exam:b')) })),
      ),
    );
    const result = ask(shared, facts([person('p1', ['exam:a'])]), { asOf: ON });
    expect(result.attained).toHaveLength(2);
    expect(JSON.stringify(result)).not.toContain('elsewhere');
  });
});
