import { describe, expect, it } from 'vitest';
import { ScenarioChangesSchema, type ScenarioChangeView } from '../../src/contract/plan-scenarios.ts';
import { readCandidates } from '../../web/pages/plans/candidate-draft.ts';
import { printedList } from '../../web/pages/plans/listed-in-address.ts';
import { joiningId, readScenarios } from '../../web/pages/plans/scenario-draft.ts';

const CHANGES: readonly ScenarioChangeView[] = [
  { kind: 'leaves', person: 'u1', on: '2027-01-01' },
  { kind: 'joins', person: 'joins:zoe-1', name: 'Zoé', skills: [{ skill: 'exam:70-765' }] },
  { kind: 'metric', metric: 'azure', value: 12_000 },
];

describe('scenarios in an address', () => {
  it('are the same after they have stood there', () => {
    const scenarios = [
      { name: 'Sans Claire & Karim', changes: CHANGES },
      { name: '', changes: [] },
    ];
    expect(readScenarios(printedList(scenarios))).toEqual(scenarios);
    expect(printedList([])).toBeUndefined();
  });

  it.each([undefined, '', 'no json', '{}', '[1,null]', '[{"name":1,"changes":[]}]'])(
    'are none where %j stands',
    (text) => {
      expect(readScenarios(text)).toEqual([]);
    },
  );

  it('lose the changes of a kind that does not exist, and no others', () => {
    const text = JSON.stringify([{ name: 'x', changes: [{ kind: 'flies' }, 7, CHANGES[0]] }]);
    expect(readScenarios(text)).toEqual([{ name: 'x', changes: [CHANGES[0]] }]);
  });

  it.each(['Zoé Petit', '李', 'A name much longer than any id of a person who joins may be'])(
    'give %s an id that the server takes',
    (name) => {
      const change = { kind: 'joins', person: joiningId(name, 101), name, skills: [] };
      expect(ScenarioChangesSchema.safeParse([change]).error).toBeUndefined();
    },
  );
});

describe('candidates in an address', () => {
  it('are the same after they have stood there, and never more than are offered', () => {
    const zoe = { name: 'Zoé', skills: ['exam:70-764'] };
    expect(readCandidates(printedList([zoe]))).toEqual([zoe]);
    expect(readCandidates(JSON.stringify([zoe, zoe, zoe, zoe]))).toHaveLength(3);
    expect(readCandidates('[{"name":"x"}]')).toEqual([]);
  });
});
