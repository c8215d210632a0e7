/** Departures of a large company under the delivered limits on sharing people over roles. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import { requirementWalk } from '../../src/domain/requirement-kinds/requirement-kinds.ts';
import { facts, person } from '../domain/support/ask.ts';
import { projected } from '../domain/support/risk.ts';

it.each([200, 1000])(
  '%d people: each level survives all but the last holder of its rarest certification',
  async (size) => {
    const rules = await loadProgramme(join(catalogueRoot(), 'cisco-role-caps'));
    const skills = [...rules.skills.keys()];
    // One in ten holds each of them, by no pattern: whoever works in one role leaves others for the other roles.
    let state = size;
    const holds = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 0x1_0000_0000 < 0.1;
    };
    const people = Array.from({ length: size }, (_, who) => person(`p${who}`, skills.filter(holds))).map(
      (one) => ({
        ...one,
        records: one.records!.map((record) => ({ ...record, achievedOn: '2009-06-01' })),
      }),
    );
    const { levels, warnings } = projected(rules, facts(people, { complete: true }), {
      asOf: '2010-06-01',
      until: '2010-06-01',
    }).risk;
    expect(warnings).toBeUndefined();
    expect(levels.length).toBe(9);
    const holders = (skill: string) =>
      people.filter(({ records }) => records.some((one) => one.skill === skill)).length;
    for (const { competency, level, departuresSurvived } of levels) {
      const [option] = rules.competencies.find(({ id }) => id === competency)!.options;
      const { requirement } = option!.levels.find((one) => one.level === level)!.sets[0]!;
      const fewest = Math.min(...requirementWalk.skills(requirement).map(holders));
      expect([competency, level, departuresSurvived]).toEqual([competency, level, fewest - 1]);
    }
  },
);
