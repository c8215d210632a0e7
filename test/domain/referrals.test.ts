import { describe, expect, it } from 'vitest';
import { enquirySuspicion } from '../../src/domain/referrals/judge-enquiry.ts';
import { changedBefore, erasedFrom } from '../../src/domain/referrals/referral-retention.ts';
import { nextReferralStates, REFERRAL_STATES } from '../../src/domain/referrals/referral-states.ts';

const HONEST = { message: 'Could you call us on Monday?', hiddenField: '', age: 60_000, repeated: false };

describe('an enquiry', () => {
  it('of a person who took the time to write is not suspected', () => {
    expect(enquirySuspicion(HONEST)).toBeNull();
    expect(enquirySuspicion({ ...HONEST, message: 'See https://contoso.example, thank you' })).toBeNull();
  });

  it.each([
    [{ hiddenField: '555' }, 'hidden-field-filled'],
    [{ age: 2_999 }, 'too-quick'],
    [{ message: 'http://a http://b www.c [url=d]' }, 'many-links'],
    [{ repeated: true }, 'repeated'],
  ] as const)('with %o is put aside as %s', (part, suspicion) => {
    expect(enquirySuspicion({ ...HONEST, ...part })).toBe(suspicion);
  });

  it('sent three seconds after the form was shown is not too quick', () => {
    expect(enquirySuspicion({ ...HONEST, age: 3_000 })).toBeNull();
  });

  it('never becomes what it is, and from every state leads somewhere', () => {
    for (const state of REFERRAL_STATES) {
      expect(nextReferralStates(state)).not.toContain(state);
      expect(nextReferralStates(state).length).toBeGreaterThan(0);
    }
  });
});

describe('the personal data of an enquiry', () => {
  const changed = new Date('2026-02-28T12:00:00Z');

  it.each([
    ['spam', '2026-03-30T12:00:00.000Z'],
    ['won', '2027-02-28T12:00:00.000Z'],
    ['lost', '2027-02-28T12:00:00.000Z'],
    ['new', '2028-02-28T12:00:00.000Z'],
    ['in-contact', '2028-02-28T12:00:00.000Z'],
  ] as const)('are deleted from their time on when it is %s', (state, instant) => {
    expect(erasedFrom(state, changed).toISOString()).toBe(instant);
    expect(changedBefore(state, erasedFrom(state, changed))).toEqual(changed);
  });
});
