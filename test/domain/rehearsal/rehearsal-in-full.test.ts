/** A rehearsal leaves out whom a change cannot concern; what it says is what leaving out nobody says. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Programme, Skill } from '../../../src/domain/catalogue/catalogue.ts';
import { factsOf } from '../../../src/domain/evidence/evidence-facts.ts';
import { packPeople } from '../../../src/domain/evidence/pack-people.ts';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import { Rehearsal, type RehearsalQuestion } from '../../../src/domain/rehearsal/rehearsal.ts';
import { lastDayToRehearse } from '../../../src/domain/rehearsal/rehearsal-days.ts';
import { addMonths, formatDay } from '../../../src/domain/time/day.ts';
import { arbitraryHolders, arbitraryProgramme } from '../network/support.ts';
import { COUPLED_PROGRAMMES, team } from '../support/arbitrary-coupled.ts';
import { arbitraryFacts, arbitraryRequirement } from '../support/arbitrary-facts.ts';
import { facts, person } from '../support/ask.ts';
import {
  allOf,
  anyOf,
  both,
  competency,
  day,
  goldFor,
  option,
  people,
  programme,
  score,
  step,
  steps,
} from '../support/programme-builder.ts';
import { rehearseInFull } from './rehearse-in-full.ts';

const SKILLS = ['exam:a', 'exam:b', 'exam:c', 'exam:d', 'exam:h', 'exam:retiring', 'cert:role-based'];

type Change = (rules: Programme) => Programme;

function otherSkill(id: string, more: Partial<Skill>): Change {
  return (rules) => ({
    ...rules,
    skills: new Map(rules.skills).set(id, { ...rules.skills.get(id)!, ...more }),
  });
}

const retirement = fc
  .record({
    skill: fc.constantFrom(...SKILLS),
    on: fc.constantFrom(null, '2016-12-31', '2017-07-15', '2018-01-31', '2018-08-15', '2019-02-28'),
  })
  .map(({ skill, on }) => otherSkill(skill, { retiredOn: on === null ? null : day(on) }));

const validity = fc
  .record({ skill: fc.constantFrom(...SKILLS), rule: fc.constantFrom('none', 'role-based') })
  .map(({ skill, rule }) => otherSkill(skill, { validity: rule }));

const policy = fc
  .constantFrom<Partial<Programme>>(
    { retirement: { countsForMonths: 0, listedForMonths: 12 } },
    { retirement: { countsForMonths: 30, listedForMonths: 12 } },
    { recognisedSources: [] },
    { recognisedSources: ['openedx'] },
    { minGrade: 3 },
    { validity: [{ from: null, years: 1 }] },
    { pmcWindowMonths: 18 },
    { fiscalYearStart: 1 },
    { aliases: new Map([['exam:a-old', 'exam:c']]) },
    { aliases: new Map() },
    { qualificationWindowMonths: 6 },
    { sharingLimits: [{ kind: 'at-most', atMost: 1, levels: null, groups: null, exempt: [] }] },
  )
  .map(
    (more): Change =>
      (rules) => ({ ...rules, ...more }),
  );

/** Another requirement from a day on, or an option more or less. */
const rule = fc
  .record({
    place: fc.nat(),
    from: fc.constantFrom('2017-07-01', '2018-04-01', '2018-10-01'),
    requirement: arbitraryRequirement,
    what: fc.constantFrom('requirement', 'requirement', 'option', 'without'),
  })
  .map(
    ({ place, from, requirement, what }): Change =>
      (rules) => {
        const number = place % rules.competencies.length;
        const changed = rules.competencies[number]!;
        const [head, ...others] = changed.options;
        const [level, ...levels] = head!.levels;
        const [set] = level!.sets;
        const until = day(from) > set!.from ? [{ ...set!, until: day(from) }] : [];
        const sets = [...until, { ...set!, from: day(from), until: null, requirement }];
        const options = {
          requirement: [{ ...head!, levels: [{ ...level!, sets }, ...levels] }, ...others],
          option: [...changed.options, option('further', { silver: requirement })],
          without: others.length > 0 ? others : changed.options,
        }[what]!;
        return { ...rules, competencies: rules.competencies.with(number, { ...changed, options }) };
      },
  );

const draft = fc
  .array(fc.oneof({ weight: 3, arbitrary: retirement }, validity, policy, { weight: 2, arbitrary: rule }), {
    minLength: 1,
    maxLength: 2,
  })
  .map(
    (changes): Change =>
      (rules) =>
        changes.reduce((so, change) => change(so), rules),
  );

const scored = fc
  .record({
    need: fc.integer({ min: 1, max: 2 }),
    threshold: fc.constantFrom(5, 10, 15),
    percent: fc.constantFrom(20, 50),
    reached: fc.option(fc.constant({ people: both(2), forMonths: 4 })),
  })
  .map(({ need, threshold, percent, reached }) =>
    programme([
      competency(
        'grown',
        option('only', {
          gold: score(threshold, [
            steps('first', 60, step(need, anyOf('exam:a', 'exam:b'), { each: 5 })),
            {
              kind: 'growth',
              metric: 'growth',
              max: 30,
              holds: anyOf('exam:a', 'exam:retiring'),
              since: day('2018-03-01'),
              bands: [{ from: both(1), to: both(9), percent }],
              reached,
            },
          ]),
        }),
      ),
      competency('plain', option('only', { silver: people(1, 'exam:c') })),
    ]),
  );

const membership: FactsDocument['memberships'] = [
  { offer: 'gold', activeFrom: '2018-02-01', anniversary: '2019-02-01' },
];

/** Some sources call a skill by an earlier name. */
function withEarlierNames({ people: listed = [], ...own }: FactsDocument): FactsDocument {
  const named = (skill: string) => (skill === 'exam:a' ? 'exam:a-old' : skill);
  const everybody = listed.map((each) => ({
    ...each,
    records: (each.records ?? []).map((record) => ({ ...record, skill: named(record.skill) })),
  }));
  return { ...own, people: everybody };
}

const company = fc
  .tuple(fc.oneof(arbitraryFacts, arbitraryHolders, team), fc.boolean(), fc.constantFrom(false, false, true))
  .map(([document, member, earlier]): FactsDocument => {
    const told = earlier ? withEarlierNames(document) : document;
    return member ? { ...told, memberships: membership } : told;
  });

const RULES: readonly (readonly [string, fc.Arbitrary<Programme>])[] = [
  ['competencies of their own', arbitraryProgramme],
  ['scores and growth', scored],
  ...COUPLED_PROGRAMMES,
];

const byName = (left: { competency: string; level: string; on: number }, right: typeof left) =>
  left.on - right.on ||
  `${left.competency}/${left.level}`.localeCompare(`${right.competency}/${right.level}`);

const FIRST = day('2018-06-01');

const grown = programme([
  competency(
    'grown',
    option('only', {
      gold: score(10, [
        {
          kind: 'growth',
          metric: 'growth',
          max: 30,
          holds: anyOf('exam:a', 'exam:b'),
          since: day('2018-03-01'),
          bands: [{ from: both(1), to: both(9), percent: 50 }],
          reached: null,
        },
      ]),
    }),
  ),
]);

const held = (id: string, skill: string, achievedOn = '2018-01-10') => ({ id, skill, achievedOn });
const viaPmc = { accountId: 'M1', via: 'pmc', from: '2018-01-01', until: null } as const;

interface Case {
  readonly rules: Programme;
  readonly change: Change;
  readonly document: FactsDocument;
  readonly told: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'a record that counts only by the draft': {
    rules: goldFor(people(1, 'exam:retiring')),
    change: otherSkill('exam:retiring', { retiredOn: null }),
    document: facts([person('ana', [], { records: [held('r1', 'exam:retiring')] })]),
    told: ['gained 2018-06-01 null'],
  },
  'associations made in PMC that last longer': {
    rules: goldFor(people(1, 'exam:a')),
    change: (rules) => ({ ...rules, pmcWindowMonths: 10 }),
    document: {
      partner: { id: 'contoso', market: 'developed', movedFromPmcOn: '2018-03-01' },
      people: [{ id: 'ana', associations: [viaPmc], records: [held('r1', 'exam:a')] }],
    },
    told: ['gained 2018-09-01 2019-01-01'],
  },
  'two people who are one individual': {
    rules: goldFor(people(1, allOf('exam:a', 'exam:b'))),
    change: otherSkill('exam:a', { retiredOn: day('2018-06-30') }),
    document: facts([
      person('ana', [], { records: [held('r1', 'exam:a')] }),
      person('bea', [], { sameAs: 'ana', records: [held('r2', 'exam:b')] }),
    ]),
    told: ['lost 2019-07-01 null'],
  },
  'a record that expired before, by which growth is measured': {
    rules: grown,
    change: otherSkill('exam:a', { retiredOn: day('2016-12-31') }),
    document: facts([
      person('ana', [], { records: [{ ...held('r1', 'exam:a'), expiresOn: '2018-05-01' }] }),
      person('bea', [], { records: [held('r2', 'exam:b')] }),
      person('cat', [], { records: [held('r3', 'exam:b', '2018-04-10')] }),
    ]),
    told: ['gained 2018-06-01 null'],
  },
};

it.each(Object.entries(CASES))('%s', (_, { rules, change, document, told }) => {
  const question = { before: rules, after: change(rules), first: FIRST, last: day('2019-12-31') };
  const found = new Rehearsal(question).of(document);
  if ('kind' in found) throw new Error(JSON.stringify(found));
  expect(found).toEqual(rehearseInFull(question, document));
  const days = found.map(({ kind, on, until }) => `${kind} ${formatDay(on)} ${until && formatDay(until)}`);
  expect(days).toEqual(told);
});

it.each(RULES)('%s: what leaving out nobody says', { timeout: 120_000 }, (_, programmes) => {
  let concerned = 0;
  const changes = programmes.chain((rules) =>
    fc.record({ rules: fc.constant(rules), change: draft, months: fc.constantFrom(0, 6) }),
  );
  fc.assert(
    fc.property(
      changes,
      fc.array(company, { minLength: 1, maxLength: 4 }),
      ({ rules, change, months }, documents) => {
        const after = { ...change(rules), version: 'draft' };
        const first = addMonths(day('2018-06-01'), months);
        const far = { before: rules, after, first, last: first };
        const last = lastDayToRehearse(rules, after, new Rehearsal(far).difference, first);
        const question: RehearsalQuestion = { ...far, last };
        const rehearsal = new Rehearsal(question);
        for (const document of documents) {
          const { people: listed, ...own } = document;
          const found = rehearsal.of(factsOf(packPeople(listed ?? []), own));
          if ('kind' in found) throw new Error(JSON.stringify(found));
          const expected = rehearseInFull(question, document);
          expect([...found].sort(byName), formatDay(last)).toEqual([...expected].sort(byName));
          if (expected.length > 0) concerned++;
        }
      },
    ),
    { numRuns: 250 },
  );
  expect(concerned).toBeGreaterThan(40);
});
