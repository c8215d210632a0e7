/** Answers that take over what later facts do not touch, against answers made from nothing. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import type { Competency, Programme } from '../../src/domain/catalogue/catalogue.ts';
import { requirementSets } from '../../src/domain/catalogue/requirement-sets.ts';
import type { Evidence } from '../../src/domain/evidence/evidence.ts';
import { evidenceFromBytes, evidenceToBytes } from '../../src/domain/evidence/evidence-bytes.ts';
import { factsOf, peopleOf } from '../../src/domain/evidence/evidence-facts.ts';
import { mergeEvidence } from '../../src/domain/evidence/merge-evidence.ts';
import { packPeople } from '../../src/domain/evidence/pack-people.ts';
import type { FactsDocument, FactsPerson } from '../../src/domain/facts/facts-document.ts';
import { requirementWalk } from '../../src/domain/requirement-kinds/requirement-kinds.ts';
import {
  type PartnerAnswer,
  partnerAnswer,
  type RememberedAnswer,
} from '../../src/features/shared/partner-answer.ts';
import { attainedLevel, COUPLED_PROGRAMMES, team } from '../domain/support/arbitrary-coupled.ts';
import { arbitraryFacts, arbitraryRequirement } from '../domain/support/arbitrary-facts.ts';
import { person } from '../domain/support/ask.ts';
import { all, competency, day, option, people, programme } from '../domain/support/programme-builder.ts';

const AS_OF = { validAt: '2018-06-01', knownAt: null };
const SINCE = day('2017-07-01');

/** The same as the store reads it: written and read back. */
function stored(evidence: Evidence): Evidence {
  const read = evidenceFromBytes(evidenceToBytes(evidence));
  if ('kind' in read) throw new Error(read.kind);
  return read;
}

function answerAbout(facts: FactsDocument, rules: Programme, before: RememberedAnswer | null): PartnerAnswer {
  const partner = {
    id: 'contoso',
    name: 'Contoso',
    mpnId: null,
    country: 'FR',
    market: 'developed' as const,
    origin: 'native' as const,
    movedFromPmcOn: null,
    enrolled: true,
  };
  return partnerAnswer(
    { partner, facts, directory: new Map(), evidenceVersion: 1 },
    rules,
    AS_OF,
    new Set(),
    before,
  );
}

const QUESTIONS: readonly ((answer: PartnerAnswer) => unknown)[] = [
  ({ evaluation }) => evaluation,
  ({ verdicts }) => verdicts,
  (answer) => answer.riskOfYear(),
  (answer) => [...answer.levelSpans(SINCE)].sort(([left], [right]) => (left < right ? -1 : 1)),
];

function inOrder(people: readonly FactsPerson[]): readonly FactsPerson[] {
  return [...people].sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** What is told of a company: people told anew or for the first time, those who are gone, and what is asked then. */
interface Told {
  readonly people: readonly FactsPerson[];
  readonly gone: readonly string[];
  readonly asked: readonly number[];
  /** Facts of the company itself, when they change. */
  readonly company: Omit<FactsDocument, 'people'> | null;
}

/** One small thing that becomes known of one person, as most real facts are. */
interface Edit {
  readonly of: number;
  /** A record that is voided for good, by its place. */
  readonly drop: number | null;
  readonly add: string | null;
  readonly expiresOn: string | null;
  readonly asked: readonly number[];
}

function edited(
  people: readonly FactsPerson[],
  { of, drop, add, expiresOn, asked }: Edit,
  turn: number,
): Told {
  const person = people[of % Math.max(1, people.length)];
  if (person === undefined) return { people: [], gone: [], asked, company: null };
  const kept = (person.records ?? []).filter((_, place) => place !== drop);
  const added = add === null ? [] : [{ id: `e${turn}`, skill: add, achievedOn: '2018-02-01', expiresOn }];
  return { people: [{ ...person, records: [...kept, ...added] }], gone: [], asked, company: null };
}

/** Tells one thing after the other; every question that is asked must be answered as if nothing had been before. */
function tellAll(rules: Programme, first: FactsDocument, changes: readonly (Told | Edit)[]): void {
  const { people = [], ...told } = first;
  let company: Omit<FactsDocument, 'people'> = told;
  const segments = [stored(packPeople(inOrder(people)))];
  let before: PartnerAnswer | null = null;
  [null, ...changes].forEach((change, turn) => {
    const known = peopleOf(mergeEvidence(segments));
    const now = change !== null && 'of' in change ? edited(known, change, turn) : change;
    if (now !== null) segments.push(stored(packPeople(inOrder(now.people), now.gone)));
    company = now?.company ?? company;
    const evidence = mergeEvidence(segments);
    const answer = answerAbout(factsOf(evidence, company), rules, before?.remembered() ?? null);
    const expected = answerAbout(factsOf(evidence, company), rules, null);
    for (const asked of now?.asked ?? [0, 2, 3]) {
      const question = QUESTIONS[asked]!;
      expect(JSON.stringify(question(answer))).toBe(JSON.stringify(question(expected)));
    }
    before = answer;
  });
}

const asked = fc.subarray([0, 1, 2, 3], { minLength: 1 });

const edit: fc.Arbitrary<Edit> = fc.record({
  of: fc.nat({ max: 9 }),
  drop: fc.option(fc.nat({ max: 3 }), { nil: null }),
  add: fc.option(fc.constantFrom('exam:a', 'exam:b', 'exam:c', 'exam:d', 'exam:a-old'), { nil: null }),
  expiresOn: fc.constantFrom(null, null, '2018-09-30'),
  asked,
});

/** People told anew or for the first time, people who are gone, and now and then other facts of the company. */
function wholeChanges(facts: fc.Arbitrary<FactsDocument>): fc.Arbitrary<Told> {
  return fc
    .record({
      source: facts,
      count: fc.integer({ min: 0, max: 2 }),
      gone: fc.subarray(['p1', 'p4'], { maxLength: 1 }),
      asked,
      also: fc.integer({ min: 0, max: 7 }),
    })
    .map(({ source, count, gone, asked: questions, also }): Told => {
      const { people = [], ...company } = source;
      const toldAnew = people.slice(0, count).filter(({ id }) => !gone.includes(id));
      return { people: toldAnew, gone, asked: questions, company: also === 0 ? company : null };
    });
}

function changesOf(facts: fc.Arbitrary<FactsDocument>): fc.Arbitrary<readonly (Told | Edit)[]> {
  return fc.array(fc.oneof({ weight: 2, arbitrary: wholeChanges(facts) }, { weight: 3, arbitrary: edit }), {
    minLength: 1,
    maxLength: 5,
  });
}

/** Several competencies, so that most of them are not touched by a change. */
const arbitraryProgramme = fc
  .array(fc.record({ silver: arbitraryRequirement, gold: arbitraryRequirement }), {
    minLength: 3,
    maxLength: 6,
  })
  .map((list) =>
    programme(list.map((levels, index): Competency => competency(`c${index}`, option('only', levels)))),
  );

function byThemselves({ sameAs: _sameAs, accounts: _accounts, ...person }: FactsPerson): FactsPerson {
  return person;
}

/** Mostly people who do not depend on each other, because only then something is taken over. */
const arbitraryCompany = fc
  .tuple(arbitraryFacts, fc.integer({ min: 0, max: 4 }))
  .map(([facts, odd]): FactsDocument => {
    const people = odd === 0 ? facts.people : facts.people?.map(byThemselves);
    return { ...facts, ...(people && { people }) };
  });

describe('an answer after something new is told', () => {
  it('is that of an answer made from nothing, whatever is told of random companies', () => {
    fc.assert(fc.property(arbitraryProgramme, arbitraryCompany, changesOf(arbitraryCompany), tellAll), {
      numRuns: 150,
    });
  });

  it.each(COUPLED_PROGRAMMES)('is so where options are coupled by %s', (_coupled, rules) => {
    fc.assert(fc.property(rules, team, changesOf(team), tellAll), { numRuns: 60 });
  });

  it.each(['microsoft-competencies', 'solutions-partner', 'aws-services-path', 'cisco-role-caps'])(
    'is so record after record in the rules of %s',
    async (id) => {
      const rules = await loadProgramme(join(catalogueRoot(), id));
      const skills = [...requirementSets(rules.competencies)].flatMap((set) =>
        requirementWalk.skills(set.requirement),
      );
      const someone = (number: number, told: number): FactsPerson => ({
        id: `p${10 + number}`,
        employedUntil: told % 5 === 4 ? '2018-09-01' : null,
        records: Array.from({ length: 6 + told }, (_, index) => ({
          id: `r${number}-${index}`,
          skill: skills[(number * 7 + index * 13) % skills.length]!,
          achievedOn: `2017-0${1 + ((number + index) % 9)}-11`,
          expiresOn: (number + index) % 3 === 0 ? '2018-11-30' : null,
        })),
      });
      const memberships = [{ offer: 'gold', activeFrom: '2017-09-01' }];
      const metrics = [...rules.metrics.keys()].flatMap((metric) =>
        ['2017-11', '2018-03', '2018-05'].map((month) => ({ metric, month, value: 1_000_000 })),
      );
      const people = Array.from({ length: 40 }, (_, number) => someone(number, 0));
      const first: FactsDocument = {
        partner: { id: 'contoso', market: 'developed' },
        people,
        memberships,
        metrics,
      };
      const changes = Array.from(
        { length: 6 },
        (_, told): Told => ({
          people: [someone((told * 17) % 45, told + 1)],
          gone: told === 3 ? ['p11'] : [],
          asked: told % 2 === 0 ? [0, 2] : [0, 1, 2, 3],
          company: null,
        }),
      );
      tellAll(rules, first, changes);
    },
  );

  it.each(['exam:a', 'exam:b'])(
    'is so for a level and the one that asks for it, when somebody passes %s',
    (add) => {
      const rules = programme([
        competency('asked', option('only', { gold: people(1, 'exam:a') })),
        competency(
          'asking',
          option('only', { gold: all(people(1, 'exam:b'), attainedLevel('asked', 'gold')) }),
        ),
        ...['c', 'd', 'e'].map((letter) =>
          competency(letter, option('only', { gold: people(1, `exam:${letter}`) })),
        ),
      ]);
      const held = ['exam:a', 'exam:b'].filter((skill) => skill !== add);
      const first = { partner: { id: 'contoso' }, people: [person('p1', held), person('p2', ['exam:c'])] };
      const every = { asked: [0, 1, 2, 3], drop: null };
      tellAll(rules, first, [
        { of: 1, add, expiresOn: '2018-09-30', ...every },
        { of: 0, add: 'exam:d', expiresOn: null, ...every },
        { of: 1, add: null, expiresOn: null, ...every, drop: 1 },
      ]);
    },
  );

  it('is the same object as before for competencies that nothing new touches', () => {
    const rules = programme(
      ['a', 'b', 'c'].map((letter) =>
        competency(letter, option('only', { gold: people(1, `exam:${letter}`) })),
      ),
    );
    const first = packPeople([person('p1', ['exam:a', 'exam:b']), person('p2', ['exam:a'])]);
    const company = { partner: { id: 'contoso' } };
    const before = answerAbout(factsOf(first, company), rules, null);
    const change = packPeople([person('p2', ['exam:a', 'exam:c'])]);
    const facts = factsOf(mergeEvidence([first, change]), company);
    const treesOf = ({ evaluation }: PartnerAnswer) =>
      evaluation.competencies.map((each) => each.requirements);
    const [a, b, c] = treesOf(answerAbout(facts, rules, before.remembered()));
    expect([a, b, c].map((tree, place) => tree === treesOf(before)[place])).toEqual([true, true, false]);
    const fewer = factsOf(mergeEvidence([first, change]), { ...company, assets: [{ asset: 'audit' }] });
    expect(treesOf(answerAbout(fewer, rules, before.remembered()))[0]).not.toBe(treesOf(before)[0]);
  });
});
