/** The two times of a question: valid in the world on a day, as recorded by the end of a day or an instant. */
export interface AsOf {
  readonly validAt: string;
  readonly knownAt: string | null;
}

export function today(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** The times of a request; without them it asks about today with everything that is known. */
export function asOfQuery(
  query: { asOf?: string | undefined; knownAt?: string | undefined },
  now: Date,
): AsOf {
  return { validAt: query.asOf ?? today(now), knownAt: query.knownAt ?? null };
}
