import { describe, expect, it } from 'vitest';
import {
  lastDayOfPayment,
  type OrderEvent,
  type OrderState,
  returnCause,
  stepOrder,
} from '../../../src/domain/membership/order-states.ts';
import { day, POLICY } from './support.ts';

const PLACED = day('2024-01-31');

function stateAfter(state: OrderState, kind: OrderEvent['kind'], on: string, paidOn: string | null = null) {
  const order = {
    state,
    payBy: lastDayOfPayment(POLICY, PLACED, null),
    paidOn: paidOn === null ? null : day(paidOn),
  };
  const step = stepOrder(POLICY, order, { kind, on: day(on) });
  return step.kind === 'moved' ? step.state : step.kind;
}

describe('an order', () => {
  it.each([
    ['created', 'card-accepted', 'active'],
    ['created', 'card-refused', 'refused'],
    ['created', 'transfer-chosen', 'pending-payment'],
    ['created', 'cancelled', 'cancelled'],
    ['pending-payment', 'transfer-arrived', 'active'],
    ['pending-payment', 'cancelled', 'cancelled'],
    ['pending-payment', 'card-accepted', 'not-in-this-state'],
    ['active', 'card-accepted', 'not-in-this-state'],
    ['expired', 'transfer-arrived', 'not-in-this-state'],
    ['cancelled', 'cancelled', 'not-in-this-state'],
  ] as const)('that is %s is after %s: %s', (state, kind, next) => {
    expect(stateAfter(state, kind, '2024-02-01')).toBe(next);
  });

  it.each([
    ['2024-03-01', 'active', 'not-in-this-state'],
    ['2024-03-02', 'transfer-over', 'expired'],
  ])(
    'of 31 January 2024 by transfer: on %s the money makes it %s, the passing of the day %s',
    (on, arrived, passed) => {
      expect(stateAfter('pending-payment', 'transfer-arrived', on)).toBe(arrived);
      expect(stateAfter('pending-payment', 'day-passed', on)).toBe(passed);
    },
  );

  it('whose card payment nobody ever answered expires like a transfer', () => {
    expect(stateAfter('created', 'day-passed', '2024-03-02')).toBe('expired');
  });

  it.each([
    ['2024-03-05', 'cancelled'],
    ['2024-03-06', 'cancellation-over'],
  ])('paid on 4 February 2024 and cancelled on %s is %s', (on, state) => {
    expect(stateAfter('active', 'cancelled', on, '2024-02-04')).toBe(state);
  });

  it('that renews can be paid only as long as the window is open', () => {
    const payBy = (closes: string) => lastDayOfPayment(POLICY, PLACED, day(closes));
    expect([payBy('2024-02-10'), payBy('2024-04-01')]).toEqual([day('2024-02-10'), day('2024-03-01')]);
  });

  it.each([
    ['pending-payment', '2024-03-01', null],
    ['pending-payment', '2024-03-02', 'expired'],
    ['expired', '2024-03-05', 'expired'],
    ['refused', '2024-02-01', 'refused'],
    ['cancelled', '2024-02-01', 'cancelled'],
    ['active', '2024-02-20', 'paid-twice'],
  ] as const)('that is %s on %s gives a transfer back because: %s', (state, on, cause) => {
    expect(returnCause({ state, payBy: day('2024-03-01'), paidOn: null }, day(on))).toBe(cause);
  });
});
