import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../../src/domain/catalogue/catalogue.ts';
import { factsOf } from '../../../src/domain/evidence/evidence-facts.ts';
import { packPeople } from '../../../src/domain/evidence/pack-people.ts';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import { Rehearsal, type RehearsedChange } from '../../../src/domain/rehearsal/rehearsal.ts';
import { lastDayToRehearse } from '../../../src/domain/rehearsal/rehearsal-days.ts';
import { addDays, type Day, formatDay } from '../../../src/domain/time/day.ts';
import { arbitraryHolders, arbitraryProgramme } from '../network/support.ts';
import { arbitraryFacts, arbitraryRequirement } from '../support/arbitrary-facts.ts';
import { ask, facts, person, record } from '../support/ask.ts';
import { competency, day, goldFor, option, people, programme } from '../support/programme-builder.ts';

const FIRST = day('2018-06-01');
const LAST = day('2020-06-01');

function changesOf(before: Programme, after: Programme, document: FactsDocument): readonly RehearsedChange[] {
  const changes = new Rehearsal({ before, after, first: FIRST, last: LAST }).of(document);
  if ('kind' in changes) throw new Error(JSON.stringify(changes));
  return changes;
}

function told(changes: readonly RehearsedChange[]) {
  return changes.map(({ kind, competency, level, on, until, keptUntil }) => ({
    what: `${kind} ${competency} ${level}`,
    on: formatDay(on),
    until: until === null ? null : formatDay(until),
    ...(keptUntil !== null && { keptUntil: formatDay(keptUntil) }),
  }));
}

function withSkill(rules: Programme, id: string, retiredOn: Day | null): Programme {
  const skills = new Map(rules.skills);
  skills.set(id, { ...skills.get(id)!, retiredOn });
  return { ...rules, skills, version: 'draft' };
}

/** Levels held on a day, by a later evaluation. */
function heldOn(rules: Programme, document: FactsDocument, on: Day): ReadonlySet<string> {
  const { competencies, attained } = ask(rules, document, { asOf: formatDay(on) });
  const met = competencies.filter(({ outcome }) => outcome === 'met');
  const exempt = (document.exemptions ?? []).filter(({ from, until }) => {
    const today = formatDay(on);
    return (from == null || from <= today) && (until == null || today < until);
  });
  return new Set([...met, ...attained, ...exempt].map((each) => `${each.competency}/${each.level}`));
}

function isSaid(changes: readonly RehearsedChange[], kind: 'lost' | 'gained', key: string, on: Day): boolean {
  return changes.some(
    (each) =>
      each.kind === kind &&
      `${each.competency}/${each.level}` === key &&
      each.on <= on &&
      (each.until === null || on < each.until),
  );
}

/** Figures of months to come are not known: companies without any can be held against later evaluations. */
const withoutFigures = ({ metrics: _, ...rest }: FactsDocument): FactsDocument => rest;

const document = fc.oneof(arbitraryFacts, arbitraryHolders).map(withoutFigures);

const draftOf = (rules: Programme) =>
  fc.oneof(
    fc
      .record({
        skill: fc.constantFrom('exam:a', 'exam:b', 'exam:c', 'exam:retiring', 'cert:role-based'),
        on: fc.constantFrom(null, '2017-02-01', '2017-12-31', '2018-08-15', '2019-02-28'),
      })
      .map(({ skill, on }) => withSkill(rules, skill, on === null ? null : day(on))),
    fc
      .record({ requirement: arbitraryRequirement, from: fc.constantFrom('2018-01-01', '2018-10-01') })
      .map(({ requirement, from }): Programme => {
        const [first, ...others] = rules.competencies;
        const [changed, ...rest] = first!.options;
        const [level, ...levels] = changed!.levels;
        const [set] = level!.sets;
        const sets = [
          { ...set!, until: day(from) },
          { ...set!, from: day(from), requirement },
        ];
        const options = [{ ...changed!, levels: [{ ...level!, sets }, ...levels] }, ...rest];
        return { ...rules, competencies: [{ ...first!, options }, ...others] };
      }),
    fc.constant({ ...rules, competencies: rules.competencies.slice(1) }),
    fc.constant({ ...rules, retirement: { countsForMonths: 3, listedForMonths: 12 } }),
  );

const change = arbitraryProgramme.chain((rules) =>
  fc.record({ rules: fc.constant(rules), draft: draftOf(rules), document }),
);

describe('A change of the rules that is rehearsed', { timeout: 120_000 }, () => {
  it('says of every day precisely what a later evaluation by both versions shows', () => {
    fc.assert(
      fc.property(change, fc.array(fc.integer({ min: 0, max: 730 }), { maxLength: 6 }), (asked, offsets) => {
        const changes = changesOf(asked.rules, asked.draft, asked.document);
        const borders = changes.flatMap(({ on, until }) => [on, (until ?? on) as Day]);
        const days = [...offsets.map((offset) => addDays(FIRST, offset)), ...borders]
          .flatMap((each) => [addDays(each, -1), each])
          .filter((each) => each >= FIRST && each <= LAST);
        for (const on of new Set(days)) {
          const before = heldOn(asked.rules, asked.document, on);
          const after = heldOn(asked.draft, asked.document, on);
          for (const key of new Set([...before, ...after])) {
            const at = `${key} on ${formatDay(on)}`;
            expect([at, isSaid(changes, 'lost', key, on)]).toEqual([at, before.has(key) && !after.has(key)]);
            expect([at, isSaid(changes, 'gained', key, on)]).toEqual([
              at,
              !before.has(key) && after.has(key),
            ]);
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  it('says the same of packed evidence as of the same people as objects', () => {
    fc.assert(
      fc.property(change, ({ rules, draft, document: asked }) => {
        const { people: listed, ...company } = asked;
        const packed = factsOf(packPeople(listed ?? []), company);
        expect(changesOf(rules, draft, packed)).toEqual(changesOf(rules, draft, asked));
      }),
      { numRuns: 100 },
    );
  });

  const holder = person('ana', [], { records: [record('r1', 'exam:a', { achievedOn: '2018-01-10' })] });
  const rules = goldFor(people(1, 'exam:a'));

  it('takes a level away a year and a day after an exam was retired, and not before', () => {
    const changes = changesOf(rules, withSkill(rules, 'exam:a', day('2018-06-30')), facts([holder]));
    expect(told(changes)).toEqual([{ what: 'lost skilled gold', on: '2019-07-01', until: null }]);
  });

  it('takes it away at once from whoever passed the exam after its retirement', () => {
    const changes = changesOf(rules, withSkill(rules, 'exam:a', day('2017-12-31')), facts([holder]));
    expect(told(changes)).toEqual([{ what: 'lost skilled gold', on: '2018-06-01', until: null }]);
  });

  it('says until when it would have been held anyway', () => {
    const leaver = { ...holder, employedUntil: '2019-09-01' };
    const changes = changesOf(rules, withSkill(rules, 'exam:a', day('2018-06-30')), facts([leaver]));
    expect(told(changes)).toEqual([{ what: 'lost skilled gold', on: '2019-07-01', until: '2019-09-01' }]);
  });

  it('asks nobody whom it cannot concern', () => {
    const draft = withSkill(rules, 'exam:b', day('2018-06-30'));
    const { scope } = new Rehearsal({ before: rules, after: draft, first: FIRST, last: LAST });
    expect(scope.competencies.size).toBe(0);
    const two = programme([
      competency('first', option('one', { gold: people(1, 'exam:a') })),
      competency('second', option('one', { gold: people(1, 'exam:b') })),
    ]);
    const narrow = new Rehearsal({
      before: two,
      after: withSkill(two, 'exam:b', FIRST),
      first: FIRST,
      last: LAST,
    });
    expect([...narrow.scope.competencies]).toEqual(['second']);
    expect([...narrow.scope.skills!]).toEqual(['exam:b']);
  });

  it('looks until a year after the last day on which something is taken away', () => {
    const draft = withSkill(rules, 'exam:a', day('2018-06-30'));
    const { difference } = new Rehearsal({ before: rules, after: draft, first: FIRST, last: LAST });
    expect(formatDay(lastDayToRehearse(rules, draft, difference, FIRST))).toBe('2020-07-01');
  });
});
