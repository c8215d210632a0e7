/** The figures of the training dashboard: who completed what in a span of months. */
import type { Month } from '../time/day.ts';
import { TRAINING_KINDS, type TrainingKind } from './training-kinds.ts';

/** One completion, as far as it is counted. */
export interface CountedTraining {
  readonly person: string;
  readonly kind: TrainingKind;
  readonly month: Month;
}

/** The first and the last month, both included. */
export interface TrainingSpan {
  readonly from: Month;
  readonly to: Month;
}

export interface KindFigures {
  /** People with at least one. */
  readonly individuals: number;
  readonly completions: number;
}

export interface TrainingMonth {
  readonly month: Month;
  readonly completions: Readonly<Record<TrainingKind, number>>;
}

export interface TrainingFigures {
  readonly kinds: Readonly<Record<TrainingKind, KindFigures>>;
  /** Every month of the span, the earliest first. */
  readonly months: readonly TrainingMonth[];
}

export function isWithin(month: Month, { from, to }: TrainingSpan): boolean {
  return from <= month && month <= to;
}

function none(): Record<TrainingKind, number> {
  return { certification: 0, exam: 0, assessment: 0 };
}

export function trainingFigures(trainings: readonly CountedTraining[], span: TrainingSpan): TrainingFigures {
  const length = span.to - span.from + 1;
  const months = Array.from({ length }, none);
  const people: Readonly<Record<TrainingKind, Set<string>>> = {
    certification: new Set(),
    exam: new Set(),
    assessment: new Set(),
  };
  for (const { person, kind, month } of trainings) {
    if (!isWithin(month, span)) continue;
    months[month - span.from]![kind] += 1;
    people[kind].add(person);
  }
  const figuresOf = (kind: TrainingKind): KindFigures => ({
    individuals: people[kind].size,
    completions: months.reduce((sum, counts) => sum + counts[kind], 0),
  });
  return {
    kinds: Object.fromEntries(
      TRAINING_KINDS.map((kind) => [kind, figuresOf(kind)]),
    ) as TrainingFigures['kinds'],
    months: months.map((completions, at) => ({ month: (span.from + at) as Month, completions })),
  };
}

/** What one person completed. */
export interface PersonTraining {
  readonly person: string;
  readonly completions: Readonly<Record<TrainingKind, number>>;
  /** The month of the latest. */
  readonly latest: Month;
}

/** Everybody with a completion in the span, in the order of the first one that is met. */
export function trainingByPerson(
  trainings: readonly CountedTraining[],
  span: TrainingSpan,
): readonly PersonTraining[] {
  const people = new Map<string, { completions: Record<TrainingKind, number>; latest: Month }>();
  for (const { person, kind, month } of trainings) {
    if (!isWithin(month, span)) continue;
    const own = people.get(person) ?? { completions: none(), latest: month };
    own.completions[kind] += 1;
    if (month > own.latest) own.latest = month;
    people.set(person, own);
  }
  return [...people].map(([person, own]) => ({ person, ...own }));
}
