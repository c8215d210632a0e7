/**
 * On which days each level was met, between two days of the past or the present. The figures of each month are those
 * that were read in it.
 */
import type { Programme } from '../catalogue/catalogue.ts';
import type { AsOf } from '../evaluation/evaluate.ts';
import { holdsOn } from '../facts/exemption-days.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { InvalidFacts } from '../facts/facts-problem.ts';
import { FactsReader } from '../facts/facts-reader.ts';
import { FactsTable } from '../facts/facts-table.ts';
import { readFacts } from '../facts/read-facts.ts';
import type { MetSpan } from '../membership/lifecycle.ts';
import { type Day, firstDayOf, type Month, monthOf, parseDay } from '../time/day.ts';
import { parseDayOrInstant, parseKnownBound } from '../time/instant.ts';
import { FollowedPeople } from './followed-people.ts';
import type { LossCause } from './loss-causes.ts';
import {
  type LevelName,
  levelSteps,
  lossCauses,
  metLevels,
  type Standing,
  type Step,
  standing,
} from './project-levels.ts';
import { RuleEras } from './rule-eras.ts';

/** `competency/level` → the spans in which it was met or exempt, in order. */
export type LevelSpans = ReadonlyMap<string, readonly MetSpan[]>;

export function levelKey({ competency, level }: LevelName): string {
  return `${competency}/${level}`;
}

interface OpenSpan {
  readonly from: Day | null;
  exempt: boolean;
}

/** Notes from day to day which levels are held, and makes spans of it. */
export class SpanBook {
  readonly spans = new Map<string, MetSpan[]>();
  private readonly open = new Map<string, OpenSpan>();
  private first = true;

  /** How it stands from a day on. The first day is told of what was met then or before. */
  note(day: Day, held: ReadonlyMap<string, boolean>, causesOf: (key: string) => readonly LossCause[]): void {
    for (const [key, { from, exempt }] of this.open) {
      if (held.has(key)) continue;
      this.add(key, { from, until: day, exempt, causes: causesOf(key) });
      this.open.delete(key);
    }
    for (const [key, exempt] of held) {
      const open = this.open.get(key);
      if (open === undefined) this.open.set(key, { from: this.first ? null : day, exempt });
      else if (!exempt) open.exempt = false;
    }
    this.first = false;
  }

  close(): LevelSpans {
    for (const [key, { from, exempt }] of this.open) this.add(key, { from, until: null, exempt, causes: [] });
    return this.spans;
  }

  private add(key: string, span: MetSpan): void {
    const known = this.spans.get(key);
    if (known === undefined) this.spans.set(key, [span]);
    else known.push(span);
  }
}

/** Levels met on a day, or held by an exemption, which is what `true` says. */
export function heldOn(facts: FactsTable, at: Standing): ReadonlyMap<string, boolean> {
  const held = new Map<string, boolean>();
  for (const exemption of facts.document.exemptions ?? []) {
    if (holdsOn(exemption, at.compiled.day)) held.set(levelKey(exemption), true);
  }
  for (const level of metLevels(at)) held.set(levelKey(level), false);
  return held;
}

function causesIn(step: Step, key: string): readonly LossCause[] {
  const level = metLevels(step.before).find((each) => levelKey(each) === key);
  return level === undefined ? [{ kind: 'exemption-ended' }] : lossCauses(level, step);
}

/** Days after the first on which other figures are read: first days of months, and of memberships, whose years count. */
function figureDays(
  { metrics = [], memberships = [] }: FactsDocument,
  from: Day,
  until: Day,
): readonly Day[] {
  if (metrics.length === 0) return [];
  const days = new Set<Day>();
  for (let month = monthOf(from) + 1; month <= monthOf(until); month++) days.add(firstDayOf(month as Month));
  for (const { activeFrom } of memberships) {
    const begin = parseDayOrInstant(activeFrom);
    if (begin !== null && begin > from && begin <= until) days.add(begin);
  }
  return [...days].sort((left, right) => left - right);
}

/**
 * From a day, which is not after the day of the question, to that day, as known at its bound. A span that ends without
 * a cause ended by the figures of a new month.
 */
export function levelHistory(
  document: FactsDocument,
  programme: Programme,
  { validAt, knownAt }: AsOf,
  from: Day,
): LevelSpans | InvalidFacts {
  const until = parseDay(validAt)!;
  const known = knownAt === null ? null : parseKnownBound(knownAt);
  const facts = new FactsTable();
  const eras = new RuleEras(programme, from, until, figureDays(document, from, until));
  const invalid = readFacts(document, eras.on(from), known, facts, new FactsReader());
  if (invalid !== null) return invalid;
  const people = new FollowedPeople(facts, eras.on(from));
  const first = standing(facts, people);
  const book = new SpanBook();
  book.note(from, heldOn(facts, first), () => []);
  for (const step of levelSteps(facts, eras, until, people, first)) {
    book.note(step.day, heldOn(facts, step.after), (key) => causesIn(step, key));
  }
  facts.release();
  return book.close();
}
