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
  readonly people: Readonly<
    Record<string, { maxHours?: number | null; exclude?: boolean; successProbability?: number | undefined }>
  >;
  readonly confidence?: number | null;
}

interface Choice {
  readonly held: readonly string[];
  /** What the person holds in the end when some attempts fail, and how likely that is. */
  readonly outcomes: readonly { readonly held: readonly string[]; readonly chance: number }[];
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
  const nothing = { held, outcomes: [{ held, chance: 1 }], money: 0, hours: 0 };
  if (wishes.exclude) return [nothing];
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
    const mayLearn = (skill: string, passed: readonly string[]) => {
      const { prerequisites } = rules.skills.get(skill)!;
      const renewal = records.some((one) => one.skill === skill && isOver(one));
      return renewal || prerequisites.length === 0 || prerequisites.some((one) => passed.includes(one));
    };
    const likely = targets.confidence ? (wishes.successProbability ?? 1) : 1;
    const outcomes = subsets(learned).flatMap((passed) => {
      const chance = likely ** passed.length * (1 - likely) ** (learned.length - passed.length);
      const begun = passed.filter((skill) => mayLearn(skill, [...held, ...passed]));
      return chance === 0 ? [] : [{ held: [...held, ...begun].sort(), chance }];
    });
    return [{ held: after.sort(), outcomes, money, hours }];
  });
}

function without<T>(list: readonly T[], most: number): readonly (readonly T[])[] {
  return subsets(list).filter(({ length }) => length >= list.length - most);
}

/** Every outcome of everybody's attempts. */
function chanceOf(
  chosen: readonly Choice[],
  isKept: (held: readonly (readonly string[])[]) => boolean,
): number {
  const search = (place: number, held: readonly (readonly string[])[]): number => {
    if (place === chosen.length) return isKept(held) ? 1 : 0;
    return chosen[place]!.outcomes.reduce(
      (sum, outcome) => sum + outcome.chance * search(place + 1, [...held, outcome.held]),
      0,
    );
  };
  return search(0, []);
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
    const isKept = (held: readonly (readonly string[])[]) =>
      isMet(held) && without(held, targets.survive).every((rest) => isMet(rest));
    if (!isKept(chosen.map((choice) => choice.held))) return;
    if (!targets.confidence || chanceOf(chosen, isKept) > targets.confidence - 1e-9) best = { money, hours };
  };
  search(0, [], 0, 0);
  return best;
}
