import type { Locale } from '../../contract/common.ts';
import {
  lastMonths,
  type Training,
  type TrainingCompletion,
  type TrainingCompletionsQuery,
  type TrainingPeopleQuery,
  type TrainingPerson,
} from '../../contract/training.ts';
import { searchKey, searchWords } from '../../domain/text/search-key.ts';
import { formatMonth, parseMonth } from '../../domain/time/day.ts';
import {
  isWithin,
  type PersonTraining,
  type TrainingFigures,
  type TrainingSpan,
  trainingByPerson,
  trainingFigures,
} from '../../domain/training/training-figures.ts';
import { TRAINING_KINDS, type TrainingKind } from '../../domain/training/training-kinds.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import type { SeenPeople } from './seen-people.ts';
import { type ToldTraining, toldTrainings } from './told-trainings.ts';

/** The months that a question means, as it writes them. */
export function monthsOf(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  day: string,
): { readonly from: string; readonly to: string } {
  const usual = lastMonths(day, 12);
  return { from: from ?? usual.from, to: to ?? usual.to };
}

function spanOf({ from, to }: { readonly from: string; readonly to: string }): TrainingSpan {
  return { from: parseMonth(from)!, to: parseMonth(to)! };
}

/** What every answer says about itself. */
export function aboutTraining(
  { asOf, programme }: PartnerAnswer,
  { from, to }: { readonly from: string; readonly to: string },
) {
  return { from, to, asOf, programme: programme.id, catalogueVersion: programme.version };
}

function byKind(value: (kind: TrainingKind) => number): Record<TrainingKind, number> {
  return Object.fromEntries(TRAINING_KINDS.map((kind) => [kind, value(kind)])) as Record<
    TrainingKind,
    number
  >;
}

export function trainingView(
  answer: PartnerAnswer,
  months: { readonly from: string; readonly to: string },
): Training {
  const figures: TrainingFigures = trainingFigures(toldTrainings(answer), spanOf(months));
  return {
    individuals: byKind((kind) => figures.kinds[kind].individuals),
    completions: byKind((kind) => figures.kinds[kind].completions),
    months: figures.months.map(({ month, completions }) => ({
      month: formatMonth(month),
      completions: { ...completions },
    })),
    ...aboutTraining(answer, months),
  };
}

interface Reader {
  readonly people: SeenPeople;
  readonly locale: Locale;
}

/** People with completions in the span, as they are asked for; by name where no order is asked. */
export function chosenTrainingPeople(
  answer: PartnerAnswer,
  query: TrainingPeopleQuery & { readonly from: string; readonly to: string },
  { people, locale }: Reader,
): readonly PersonTraining[] {
  const { kind, search = '', orderby } = query;
  const words = searchWords(search);
  const chosen = trainingByPerson(toldTrainings(answer), spanOf(query)).filter(
    ({ person, completions }) =>
      (kind === undefined || completions[kind] > 0) &&
      (words.length === 0 || words.every((word) => people.searchText(person).includes(word))),
  );
  const places = people.places(locale);
  const { field, descending } = orderby?.[0] ?? ({ field: 'person', descending: false } as const);
  const sign = descending ? -1 : 1;
  const placeOf = ({ person }: PersonTraining) => places.get(person)!;
  const value = (row: PersonTraining) => {
    if (field === 'person') return placeOf(row);
    return field === 'latest' ? row.latest : row.completions[field];
  };
  return chosen.sort((left, right) => sign * (value(left) - value(right)) || placeOf(left) - placeOf(right));
}

export function trainingPersonView(
  { person, completions, latest }: PersonTraining,
  people: SeenPeople,
): TrainingPerson {
  return { person: people.of(person), completions: { ...completions }, latest: formatMonth(latest) };
}

/** Completions of the span, as they are asked for; the latest first. */
export function chosenCompletions(
  answer: PartnerAnswer,
  query: TrainingCompletionsQuery & { readonly from: string; readonly to: string },
  { people }: Reader,
): readonly ToldTraining[] {
  const { kind, user, month, search = '' } = query;
  const span = spanOf(query);
  const only = month === undefined ? null : parseMonth(month);
  const words = searchWords(search);
  const fits = (row: ToldTraining) => {
    const text = `${searchKey(`${row.skillId} ${row.title}`)} ${people.searchText(row.person)}`;
    return words.every((word) => text.includes(word));
  };
  return toldTrainings(answer)
    .filter(
      (row) =>
        isWithin(row.month, span) &&
        (only === null || row.month === only) &&
        (kind === undefined || row.kind === kind) &&
        (user === undefined || row.person === user) &&
        (words.length === 0 || fits(row)),
    )
    .toReversed();
}

export function completionView(row: ToldTraining, people: SeenPeople): TrainingCompletion {
  const { id, person, kind, skillId, title, completedOn } = row;
  return { id, person: people.of(person), kind, skillId, title, completedOn };
}
