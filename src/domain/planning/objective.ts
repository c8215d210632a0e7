/**
 * Money first, then hours, as one whole number: hours weigh less than the smallest sum of money. Where something costs
 * nothing at all, fewer actions are better last, so that nothing is learned for nothing.
 */
import { members } from './abilities.ts';
import type { PlanColumn } from './plan-columns.ts';

/** Beyond this, a solver that works with fractions could take hours for money: the two are then asked one after the other. */
const MOST_WEIGHT = 1e6;

/** Of the bounds of a solver that works with fractions, as a share. */
const TOLERANCE = 1e-7;

function divisor(amounts: readonly number[]): number {
  let common = 0;
  for (const amount of amounts) {
    let rest = amount;
    while (rest !== 0) [common, rest] = [rest, common % rest];
  }
  return Math.max(1, common);
}

export interface Stage {
  /** What one person in each column adds. */
  readonly costs: readonly number[];
  /** The money, in whole units, that a value of the stage amounts to at least; `null` when money is settled before. */
  readonly money: ((value: number) => number) | null;
}

/**
 * What is made least, one stage after the other.
 * @param most so many people are trained at most in a plan worth having
 */
export function stagesOf(columns: readonly PlanColumn[], most: number): readonly Stage[] {
  const amounts = columns.map(({ bundle }) => bundle);
  const greatest = (values: readonly number[]) => Math.max(0, ...values);
  const moneyUnit = divisor(amounts.map(({ money }) => money));
  const hoursUnit = divisor(amounts.map(({ hours }) => hours));
  const actions = amounts.map(({ skills }) => members(skills).length);
  const money = amounts.map((amount) => amount.money / moneyUnit);
  // The rest is below what the smallest sum of money weighs, so it may be all that lies above a whole number of these.
  const moneyOf = (perMoney: number) => (value: number) =>
    Math.floor(Math.ceil(value - TOLERANCE * Math.max(1, value)) / perMoney) * moneyUnit;
  const free = amounts.some((amount) => amount.money === 0 && amount.hours === 0);
  const fewest = free ? most * greatest(actions) + 1 : 1;
  const rest = amounts.map(({ hours }, index) => (hours / hoursUnit) * fewest + (free ? actions[index]! : 0));
  const first = amounts[0];
  const follows =
    !free &&
    first !== undefined &&
    first.money > 0 &&
    amounts.every((amount) => amount.money * first.hours === amount.hours * first.money);
  if (follows || greatest(rest) === 0) return [{ costs: money, money: moneyOf(1) }];
  const perMoney = most * greatest(rest) + 1;
  const together = money.map((amount, index) => amount * perMoney + rest[index]!);
  if (greatest(together) <= MOST_WEIGHT) return [{ costs: together, money: moneyOf(perMoney) }];
  return [
    { costs: money, money: moneyOf(1) },
    { costs: rest, money: null },
  ];
}
