/**
 * On which days each level was met, between two days of the past or the present. The figures of each month are those
 * that were read in it, so the days are gone through month by month; a company without figures is gone through once.
 */
import type { Programme } from '../catalogue/catalogue.ts';
import type { AsOf } from '../evaluation/evaluate.ts';
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

class SpanBook {
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
function heldOn(facts: FactsTable, at: Standing): ReadonlyMap<string, boolean> {
  const held = new Map<string, boolean>();
  for (const { competency, level, until } of facts.document.exemptions ?? []) {
    const end = until ? parseDayOrInstant(until) : null;
    if (end === null || at.compiled.day < end) held.set(levelKey({ competency, level }), true);
  }
  for (const level of metLevels(at)) held.set(levelKey(level), false);
  return held;
}

function causesIn(step: Step, key: string): readonly LossCause[] {
  const level = metLevels(step.before).find((each) => levelKey(each) === key);
  return level === undefined ? [{ kind: 'exemption-ended' }] : lossCauses(level, step);
}

/** First days of the stretches in which the same figures are read. */
function stretches({ metrics = [] }: FactsDocument, from: Day, until: Day): readonly Day[] {
  const days = [from];
  if (metrics.length === 0) return days;
  for (let month = monthOf(from) + 1; month <= monthOf(until); month++) days.push(firstDayOf(month as Month));
  return days;
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
  const reader = new FactsReader();
  const book = new SpanBook();
  const begins = stretches(document, from, until);
  let ended: (key: string) => readonly LossCause[] = () => [];
  for (const [index, begin] of begins.entries()) {
    const next = begins[index + 1] ?? null;
    const last = next ?? until;
    const eras = new RuleEras(programme, begin, last);
    const invalid = readFacts(document, eras.on(begin), known, facts, reader);
    if (invalid !== null) return invalid;
    const people = new FollowedPeople(facts, eras.on(begin));
    const first = standing(facts, people);
    book.note(begin, heldOn(facts, first), ended);
    // What ends with a month and not by what else happens on its first day ends by figures alone: no cause is told.
    ended = () => [];
    for (const step of levelSteps(facts, eras, last, people, first)) {
      const still = heldOn(facts, step.after);
      const causes = (key: string) => (still.has(key) ? [] : causesIn(step, key));
      if (step.day === next) ended = causes;
      else book.note(step.day, still, causes);
    }
  }
  facts.release();
  return book.close();
}
