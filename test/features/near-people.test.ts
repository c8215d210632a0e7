import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import type { PeopleRequirement, Predicate, Programme } from '../../src/domain/catalogue/catalogue.ts';
import { parseDay } from '../../src/domain/time/day.ts';
import { nearPeople, peopleInOtherSeats } from '../../src/features/competencies/near-people.ts';

let programme: Programme;
beforeAll(async () => {
  programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
});

const holds = (skill: string): Predicate => ({ kind: 'holds', skill });
const allOf = (...of: Predicate[]): Predicate => ({ kind: 'all-of', focus: null, of });
const anyOf = (...of: Predicate[]): Predicate => ({ kind: 'any-of', focus: null, of });

const ADMINISTRATION = allOf(holds('exam:70-764'), holds('exam:70-765'));
const DEVELOPMENT = allOf(holds('exam:70-761'), holds('exam:70-762'), holds('exam:70-473'));
const RULE = allOf(anyOf(ADMINISTRATION, DEVELOPMENT), holds('assessment:TA-DP-FOUNDATIONAL'));

function requirement(more: Partial<PeopleRequirement> = {}): PeopleRequirement {
  return { kind: 'people', count: 2, holds: RULE, ofWhich: [], group: null, overlap: 'distinct', ...more };
}

function near(held: Record<string, string[]>, more: Partial<PeopleRequirement> = {}, seated: string[] = []) {
  const holdings = new Map(Object.entries(held).map(([person, skills]) => [person, new Set(skills)]));
  return nearPeople(requirement(more), holdings, new Set(seated), programme, parseDay('2018-06-01')!);
}

describe('who is nearest to an empty seat', () => {
  it('is the person with the fewest skills missing, by the branch that asks for the fewest', () => {
    expect(
      near({
        far: ['exam:70-764'],
        close: ['exam:70-761', 'exam:70-762', 'assessment:TA-DP-FOUNDATIONAL'],
      }),
    ).toEqual([
      { person: 'close', missing: ['exam:70-473'] },
      { person: 'far', missing: ['exam:70-765', 'assessment:TA-DP-FOUNDATIONAL'] },
    ]);
  });

  it('is nobody who already fills the conditions, and nobody whose skills bring no step nearer', () => {
    const complete = ['exam:70-764', 'exam:70-765', 'assessment:TA-DP-FOUNDATIONAL'];
    expect(near({ complete, idle: ['exam:70-761'] })).toEqual([]);
  });

  it('is nobody seated elsewhere in the level where the rule asks for other people', () => {
    const held = { ann: ['exam:70-764', 'exam:70-765'] };
    expect(near(held, {}, ['ann'])).toEqual([]);
    expect(near(held, { overlap: 'allowed' }, ['ann'])).toEqual([
      { person: 'ann', missing: ['assessment:TA-DP-FOUNDATIONAL'] },
    ]);
  });

  it('is last somebody whom a sharing limit keeps from the seat', () => {
    const holdings = new Map([
      ['ann', new Set(['exam:70-764', 'exam:70-765'])],
      ['bea', new Set(['exam:70-764'])],
    ]);
    const on = parseDay('2018-06-01')!;
    const found = nearPeople(requirement(), holdings, new Set(), programme, on, (who) => who === 'ann');
    expect(found.map(({ person }) => person)).toEqual(['bea', 'ann']);
  });

  it('never needs a skill that has been retired', () => {
    const retired = [...programme.skills.values()].find(
      ({ retiredOn }) => retiredOn !== null && retiredOn < parseDay('2018-06-01')!,
    )!;
    const rule = allOf(holds('exam:70-764'), holds(retired.id));
    expect(near({ ann: ['exam:70-764'] }, { holds: rule })).toEqual([]);
  });
});

describe('an empty seat beside people enough', () => {
  const all = new Map(['ann', 'bob', 'eve'].map((id) => [id, new Set(['exam:70-764'])]));
  const one = requirement({ holds: holds('exam:70-764'), count: 1 });

  it('names those who satisfy it and fill other seats of the level, not those who fill this one', () => {
    const seated = new Set(['ann', 'bob']);
    expect(peopleInOtherSeats(one, all, seated, new Set(['ann']))).toEqual(['bob']);
  });

  it('names nobody where the same people may fill both', () => {
    const shared = requirement({ holds: holds('exam:70-764'), count: 1, overlap: 'allowed' });
    expect(peopleInOtherSeats(shared, all, new Set(['ann']), new Set())).toEqual([]);
  });
});
