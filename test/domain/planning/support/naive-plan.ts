/**
 * The cheapest plan by trying everything: every person with every set of skills, judged by the evaluator on the facts as
 * they would be, for everybody and for everybody but those who leave.
 */
import type { Programme } from '../../../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument, FactsPerson } from '../../../../src/domain/facts/facts-document.ts';
import { parseDay } from '../../../../src/domain/time/day.ts';
import { ask } from '../../support/ask.ts';

export interface Targets {
  readonly targets: readonly { competency: string; level: string; option: string | null }[];
  readonly by: string;
  readonly survive: number;
  readonly budget: number | null;
  readonly costs: Readonly<Record<string, { money: number; hours: number }>>;
  readonly people: Readonly<Record<string, { maxHours?: number | null; exclude?: boolean }>>;
}

interface Choice {
  readonly held: readonly string[];
  readonly money: number;
  readonly hours: number;
}

export interface NaiveCost {
  readonly money: number;
  readonly hours: number;
}

function subsets<T>(list: readonly T[]): readonly (readonly T[])[] {
  let all: readonly (readonly T[])[] = [[]];
  for (const one of list) all = [...all, ...all.map((set) => [...set, one])];
  return all;
}

/** What a person may come to hold on the day, and what it costs. */
function choicesOf(
  person: FactsPerson,
  rules: Programme,
  skills: readonly string[],
  targets: Targets,
): readonly Choice[] {
  const wishes = targets.people[person.id] ?? {};
  const records = person.records ?? [];
  const isOver = ({ expiresOn }: (typeof records)[number]) => expiresOn != null && expiresOn <= targets.by;
  const held = skills.filter((skill) => records.some((one) => one.skill === skill && !isOver(one)));
  if (wishes.exclude) return [{ held, money: 0, hours: 0 }];
  const by = parseDay(targets.by)!;
  const open = skills.filter((skill) => {
    const { retiredOn } = rules.skills.get(skill)!;
    return !held.includes(skill) && (retiredOn === null || by <= retiredOn);
  });
  return subsets(open).flatMap((learned): readonly Choice[] => {
    const after = [...held, ...learned];
    let money = 0;
    let hours = 0;
    for (const skill of learned) {
      const renewal = records.some((one) => one.skill === skill && isOver(one));
      const { prerequisites } = rules.skills.get(skill)!;
      if (!renewal && prerequisites.length > 0 && !prerequisites.some((one) => after.includes(one)))
        return [];
      const cost = targets.costs[renewal ? `renewal:${skill}` : skill] ?? targets.costs.default!;
      money += cost.money;
      hours += cost.hours;
    }
    if (wishes.maxHours != null && hours > wishes.maxHours) return [];
    return [{ held: after.sort(), money, hours }];
  });
}

function without<T>(list: readonly T[], most: number): readonly (readonly T[])[] {
  return subsets(list).filter(({ length }) => length >= list.length - most);
}

/** `null` when there is no plan. */
export function naivePlan(
  rules: Programme,
  facts: FactsDocument,
  skills: readonly string[],
  targets: Targets,
): NaiveCost | null {
  const judged = new Map<string, boolean>();
  const isMet = (held: readonly (readonly string[])[]): boolean => {
    const teams = held.map((own) => own.join()).sort();
    const key = teams.join('|');
    const known = judged.get(key);
    if (known !== undefined) return known;
    const people = teams.map((team, index) => ({
      id: `n${index}`,
      records: team
        .split(',')
        .filter((skill) => skill !== '')
        .map((skill, at) => ({ id: `n${index}-${at}`, skill, achievedOn: '2017-06-01' })),
    }));
    const { competencies } = ask(rules, { ...facts, people }, { asOf: targets.by, explain: false });
    const met = targets.targets.every(({ competency, level, option }) =>
      competencies.some(
        (one) =>
          one.competency === competency &&
          one.level === level &&
          (option === null || one.option === option) &&
          one.outcome === 'met',
      ),
    );
    judged.set(key, met);
    return met;
  };
  let best: NaiveCost | null = null;
  const choices = (facts.people ?? []).map((person) => choicesOf(person, rules, skills, targets));
  const search = (place: number, chosen: readonly Choice[], money: number, hours: number): void => {
    if (targets.budget !== null && money > targets.budget) return;
    if (best !== null && (money > best.money || (money === best.money && hours >= best.hours))) return;
    if (place < choices.length) {
      for (const choice of choices[place]!) {
        search(place + 1, [...chosen, choice], money + choice.money, hours + choice.hours);
      }
      return;
    }
    const held = chosen.map((choice) => choice.held);
    if (!isMet(held)) return;
    if (without(held, targets.survive).every((rest) => isMet(rest))) best = { money, hours };
  };
  search(0, [], 0, 0);
  return best;
}
