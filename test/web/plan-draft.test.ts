import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlanQuestionSchema } from '../../src/contract/plans.ts';
import { parseUrlState, printUrlState } from '../../web/components/url-state.ts';
import {
  type PlanDraft,
  printDraft,
  readDraft,
  USUAL_COST,
  USUAL_SUCCESS,
  withBar,
  withOption,
  withPerson,
  withPin,
  withTarget,
} from '../../web/pages/plans/plan-draft.ts';
import { draftOf, questionOf } from '../../web/pages/plans/plan-question.ts';
import { proposedDay } from '../../web/pages/plans/proposed-day.ts';

const GOLD = { competency: 'data-platform', level: 'gold', option: null };
const CLAIRE = { person: 'u1', skill: 'exam:70-764' };
const NOTHING = readDraft({});

/** Addresses as a browser keeps them. */
const through = (draft: PlanDraft) => readDraft(parseUrlState(printUrlState(printDraft(draft)).slice(1)));

const id = fc.stringMatching(/^[a-z0-9:.-]{1,12}$/);
const amount = fc.integer({ min: 0, max: 100_000 });
const probability = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const pair = fc.record({ person: id, skill: id });
const drafts: fc.Arbitrary<PlanDraft> = fc.record({
  targets: fc.uniqueArray(fc.record({ competency: id, level: id, option: fc.option(id) }), {
    maxLength: 4,
    selector: ({ competency, level }) => `${competency} ${level}`,
  }),
  by: fc.option(fc.constantFrom('2027-02-28', '2028-02-29')),
  survive: fc.integer({ min: 0, max: 3 }),
  budget: fc.option(amount),
  confidence: fc.option(probability),
  success: probability,
  cost: fc.record({ money: amount, hours: amount }),
  costs: fc.dictionary(id, fc.record({ money: amount, hours: amount }), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  without: fc.uniqueArray(id, { maxLength: 3 }),
  maxHours: fc.dictionary(id, amount, { maxKeys: 3, noNullPrototype: true }),
  pins: fc.uniqueArray(pair, { maxLength: 3, selector: ({ person, skill }) => `${person} ${skill}` }),
  barred: fc.uniqueArray(pair, { maxLength: 3, selector: ({ person, skill }) => `${person} ${skill}` }),
});

describe('what the planner is asked', () => {
  it('is the same after it has stood in an address', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(through(draft)).toEqual(draft);
      }),
    );
  });

  it('leaves out of the address what is as proposed', () => {
    expect(printUrlState(printDraft(NOTHING))).toBe('');
    expect(NOTHING.cost).toEqual(USUAL_COST);
  });

  it.each([
    ['a level that is missing', { targets: 'data-platform' }, NOTHING],
    ['a day that is none', { by: 'tomorrow' }, NOTHING],
    ['a budget below zero', { budget: '-5' }, NOTHING],
    ['departures in halves', { survive: '1.5' }, NOTHING],
    ['more departures than are offered', { survive: '9' }, { ...NOTHING, survive: 3 }],
    ['a price without hours', { cost: '165' }, NOTHING],
    ['a pin without a skill', { pins: 'u1' }, NOTHING],
  ])('takes %s for not asked', (_, url, read) => {
    expect(readDraft(url)).toEqual(read);
  });

  it('chooses a level at the first click and lets it go at the second', () => {
    const chosen = withTarget(NOTHING, GOLD);
    expect(chosen.targets).toEqual([GOLD]);
    expect(withTarget(chosen, { ...GOLD, option: 'bi' }).targets).toEqual([]);
  });

  it('keeps the order of the targets when one of them is to be met by another option', () => {
    const two = withTarget(withTarget(NOTHING, GOLD), { ...GOLD, level: 'silver' });
    const changed = withOption(two, { ...GOLD, option: 'bi' });
    expect(changed.targets.map(({ level, option }) => [level, option])).toEqual([
      ['gold', 'bi'],
      ['silver', null],
    ]);
  });

  it('forgets what was pinned and barred for somebody who is not to be trained', () => {
    const pinned = withPin(withBar(NOTHING, { ...CLAIRE, skill: 'exam:70-765' }), CLAIRE);
    const without = withPerson(pinned, CLAIRE.person, true);
    expect(without).toEqual({ ...NOTHING, without: [CLAIRE.person] });
    expect(withPerson(without, CLAIRE.person, false)).toEqual(NOTHING);
  });

  it('never pins and bars the same action', () => {
    expect(withBar(withPin(NOTHING, CLAIRE), CLAIRE)).toMatchObject({ pins: [], barred: [CLAIRE] });
    expect(withPin(withBar(NOTHING, CLAIRE), CLAIRE)).toMatchObject({ pins: [CLAIRE], barred: [] });
    expect(withPin(withPin(NOTHING, CLAIRE), CLAIRE)).toEqual(NOTHING);
  });
});

describe('the question that is sent', () => {
  it('does not exist without a target', () => {
    expect(questionOf(NOTHING, '2027-03-22', undefined)).toBeNull();
  });

  it('is one that the server reads, and leads back to the same draft', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const question = questionOf(draft, '2027-03-22', 'microsoft-competencies');
        if (question === null) return;
        expect(PlanQuestionSchema.safeParse(question).error).toBeUndefined();
        const back = draftOf(question);
        const byPerson = (list: PlanDraft['pins']) =>
          list.map(({ person, skill }) => `${person} ${skill}`).sort();
        // How likely attempts succeed is said only where it is asked for, and not where something is pinned.
        const isSure = draft.confidence === null || draft.pins.length > 0;
        expect({ ...back, pins: byPerson(back.pins), barred: byPerson(back.barred), without: [] }).toEqual({
          ...draft,
          ...(isSure && { confidence: null, success: USUAL_SUCCESS }),
          by: draft.by ?? '2027-03-22',
          pins: byPerson(draft.pins),
          barred: byPerson(draft.barred),
          without: [],
        });
        expect([...back.without].sort()).toEqual([...draft.without].sort());
      }),
    );
  });

  it('asks for the proposed day until another one is chosen', () => {
    const draft = withTarget(NOTHING, GOLD);
    expect(questionOf(draft, '2027-03-22', undefined)?.by).toBe('2027-03-22');
    expect(questionOf({ ...draft, by: '2027-01-01' }, '2027-03-22', undefined)?.by).toBe('2027-01-01');
  });
});

describe('the day that is proposed', () => {
  it.each([
    ['the next anniversary', ['2027-05-01', '2027-03-22', null], '2027-03-22'],
    ['a year ahead where every anniversary is past', ['2026-11-22', '2026-01-01'], '2027-11-22'],
    ['a year ahead where nothing was bought', [null], '2027-11-22'],
  ])('is %s', (_, anniversaries, day) => {
    const levels = anniversaries.map((anniversary) => ({ anniversary }));
    expect(proposedDay(levels, '2026-11-22')).toBe(day);
  });
});
