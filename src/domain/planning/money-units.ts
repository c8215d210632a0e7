/** Money and hours as whole numbers, so that sums are exact: amounts are counted in the smallest decimal that occurs. */
import type { PlanQuestion, SkillCost } from './plan-question.ts';

function decimals(amount: number): number {
  const [digits = '', exponent = '0'] = String(amount).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}

export class MoneyUnits {
  private readonly money: number;
  private readonly hours: number;

  constructor({ defaultCost, costs, renewals, people, budget }: PlanQuestion) {
    const all: readonly SkillCost[] = [defaultCost, ...costs.values(), ...renewals.values()];
    const limits = [...people.values()].flatMap(({ maxHours }) => (maxHours === null ? [] : [maxHours]));
    this.money = 10 ** Math.max(0, ...all.map(({ money }) => decimals(money)), decimals(budget ?? 0));
    this.hours = 10 ** Math.max(0, ...all.map(({ hours }) => decimals(hours)), ...limits.map(decimals));
  }

  whole({ money, hours }: SkillCost): SkillCost {
    return { money: Math.round(money * this.money), hours: Math.round(hours * this.hours) };
  }

  wholeHours(hours: number): number {
    return Math.round(hours * this.hours);
  }

  wholeMoney(money: number): number {
    return Math.round(money * this.money);
  }

  moneyOf(whole: number): number {
    return whole / this.money;
  }

  hoursOf(whole: number): number {
    return whole / this.hours;
  }
}
