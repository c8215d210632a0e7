/** What people shall achieve whatever else is planned: it is there on the day, and costs what it costs. */
import type { Programme, SkillId } from '../catalogue/catalogue.ts';
import { compileProgramme } from '../evaluation/compile-programme.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import { FactsReader } from '../facts/facts-reader.ts';
import { FactsTable } from '../facts/facts-table.ts';
import { readFacts } from '../facts/read-facts.ts';
import { type HeldSkills, heldOn } from './held-skills-by-day.ts';
import { costOf, type PlanQuestion } from './plan-question.ts';
import type { PlanAction } from './plan-result.ts';

/** Person → skills, by their canonical ids. */
export type Pinned = ReadonlyMap<string, readonly SkillId[]>;

export interface PinnedActions {
  /** Without what is held already; with what must come before. */
  readonly actions: readonly PlanAction[];
  /** Money of actions instead of which others might have come before, so that the whole may not be the cheapest. */
  readonly doubtful: number;
}

class Pinning {
  readonly actions: PlanAction[] = [];
  doubtful = 0;
  private readonly programme: Programme;
  private readonly question: PlanQuestion;

  constructor(programme: Programme, question: PlanQuestion) {
    this.programme = programme;
    this.question = question;
  }

  /** The cheapest of what may come before, by money and then hours; what expired once was reached through it before. */
  pin(person: string, skill: SkillId, own: { readonly held: Set<SkillId>; readonly expired: ReadonlySet<SkillId> }, chosen: number): void {
    if (own.held.has(skill)) return;
    own.held.add(skill);
    const renewal = own.expired.has(skill);
    const { money, hours } = costOf(this.question, skill, renewal);
    const before = this.programme.skills.get(skill)?.prerequisites ?? [];
    if (!renewal && before.length > 0 && !before.some((one) => own.held.has(one))) {
      const priced = before
        .map((one) => ({ one, ...costOf(this.question, one, own.expired.has(one)) }))
        .sort((left, right) => left.money - right.money || left.hours - right.hours);
      this.pin(person, priced[0]!.one, own, before.length > 1 ? 1 : chosen);
    }
    if (chosen > 0) this.doubtful += money;
    this.actions.push({ person, skill, cost: money, hours, ...(renewal ? { renewal: true as const } : {}) });
  }
}

function skillsOf(numbers: HeldSkills['held'], ids: ReadonlyMap<number, SkillId>): Set<SkillId> {
  return new Set([...numbers].flatMap((number) => ids.get(number) ?? []));
}

export function pinnedActions(
  document: FactsDocument,
  programme: Programme,
  question: PlanQuestion,
  pinned: Pinned,
): PinnedActions {
  const compiled = compileProgramme(programme, question.by);
  const facts = new FactsTable();
  if (readFacts(document, compiled, null, facts, new FactsReader()) !== null) {
    return { actions: [], doubtful: 0 };
  }
  const ids = new Map([...compiled.skillNumbers].map(([id, number]) => [number, id]));
  const all = new Set(ids.keys());
  const pinning = new Pinning(programme, question);
  facts.people.forEach(({ id }, place) => {
    const skills = pinned.get(id) ?? [];
    if (skills.length === 0) return;
    const { held, expired } = heldOn(facts, compiled, facts.individualOf?.[place] ?? place, all);
    const own = { held: skillsOf(held, ids), expired: skillsOf(expired, ids) };
    for (const skill of skills) pinning.pin(id, skill, own, 0);
  });
  return { actions: pinning.actions, doubtful: pinning.doubtful };
}
