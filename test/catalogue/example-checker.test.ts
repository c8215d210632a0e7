import { describe, expect, it } from 'vitest';
import { problemsAfter } from './support/problems-after.ts';
import { textOf } from './support/small-programme.ts';

const E = 'examples/storage.yaml';

describe('the checker', () => {
  it.each([
    ['rules without examples', textOf(E), '', `${E}: missing; a competency with rules needs examples`],
    [
      'examples without a trap',
      'shows: trap',
      'shows: one-short',
      `${E}:1:1: no case shows \`trap\`; write one`,
    ],
    [
      'examples without a met case',
      'shows: met',
      'shows: trap',
      `${E}:1:1: no case shows \`met\`; write one`,
    ],
    [
      'examples that never come close',
      'shows: one-short',
      'shows: trap',
      `${E}:1:1: no case shows \`one-short\`; write one`,
    ],
    [
      'a level that no case meets',
      '{ silver: met }',
      '{ silver: unmet }',
      `${E}:1:1: no case meets only silver; write one`,
    ],
    [
      'a case that shows something else',
      'attained: silver',
      'attained: none',
      `${E}:3:5: “Two people of whom one is certified earn silver” does not show \`met\``,
    ],
    [
      'a case of another option',
      '{ only: { silver: met } }',
      '{ other: { silver: met } }',
      `${E}:11:19: \`storage\` has no option \`other\``,
    ],
    [
      'a case of another level',
      '{ only: { silver: met } }',
      '{ only: { gold: met } }',
      `${E}:11:27: option \`only\` has no level \`gold\``,
    ],
    ['a reason that does not exist', 'not-yet-achieved', 'too-late', /expected one of: voided, /],
    [
      'facts that cannot be read',
      'bob: [exam:a 2018-07-01]',
      'bob: [exam:a 2018-02-30]',
      `${E}:22:5: “An exam of the future does not count” cannot be evaluated (facts: people[1].records[0].achievedOn impossible-date); correct the case`,
    ],
    [
      'another outcome',
      'ana: [exam:a 2018-01-01, cert:c 2018-01-01]\n        bob',
      'ana: [exam:a 2018-01-01]\n        bob',
      `${E}:11:35: “Two people of whom one is certified earn silver”: only silver is unmet, expected met`,
    ],
    [
      'another shortfall',
      'short: 1',
      'short: 0',
      `${E}:20:35: “One person is one short”: only silver is 1 people short, expected 0`,
    ],
    [
      'another attained level',
      'attained: none',
      'attained: gold',
      `${E}:13:5: “One person is one short”: attained is none, expected gold`,
    ],
    ['another reason', 'not-yet-achieved', 'expired', /record bob-1 is not-yet-achieved, expected expired/],
    [
      'other parameters',
      '{ on: 2018-07-01 }',
      '{ on: 2018-07-02 }',
      /parameters \{"on":"2018-07-01"\}, expected \{"on":"2018-07-02"\}/,
    ],
    [
      'a reason nobody expected',
      '      not-counted: { bob-1: { reason: not-yet-achieved, params: { on: 2018-07-01 } } }\n',
      '',
      `${E}:22:5: “An exam of the future does not count”: record bob-1 does not count (not-yet-achieved, only); expect it`,
    ],
    [
      'a warning nobody expected',
      'bob: [exam:b 2017-01-01]',
      'bob: [exam:b 2017-01-01, exam:zz 2017-01-01]',
      /warnings are \[unknown-skill\], expected \[\]/,
    ],
    [
      'a level that is not in force',
      'as-of: 2018-06-01',
      'as-of: 2016-06-01',
      /only silver is not in force on 2016-06-01/,
    ],
  ])('runs the examples and reports %s', async (_what, find, put, message) => {
    expect(await problemsAfter(E, find, put)).toContainEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });
});
