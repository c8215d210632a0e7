import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { partOfProgramme } from '../../domain/evaluation/touched-competencies.ts';

/** An answer about the levels of a company, for its later facts. */
export interface KeptAnswer<T> {
  readonly value: T;
  /** Competencies of which something new has been told since. */
  readonly stale: ReadonlySet<string>;
}

export interface AnswersByCompetency<Asked, T> {
  of(asked: Asked): T;
  /** For the answers about later facts of the same company. */
  remembered(): ReadonlyMap<Asked, KeptAnswer<T>>;
}

interface HowAnswered<Asked, T> {
  /** Answers by a programme, or by some of its competencies alone. */
  make(rules: Programme, asked: Asked): T;
  /** What `before` says of other competencies, and `anew` of these. */
  join(before: T, anew: T, these: ReadonlySet<string>): T;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Answers of which only what is touched by later facts is made again.
 * @param before what an answer to the same questions about earlier facts remembers
 * @param anew competencies of which something new has been told since; `null` when it may be any
 * @param most so many questions are remembered
 */
export function keptByCompetency<Asked, T>(
  programme: Programme,
  before: ReadonlyMap<Asked, KeptAnswer<T>>,
  anew: ReadonlySet<string> | null,
  most: number,
  { make, join }: HowAnswered<Asked, T>,
): AnswersByCompetency<Asked, T> {
  const known = new Map<Asked, KeptAnswer<T>>();
  if (anew !== null) {
    for (const [asked, { value, stale }] of before) {
      known.set(asked, { value, stale: new Set([...stale, ...anew]) });
    }
  }

  function answerTo(asked: Asked): T {
    const kept = known.get(asked);
    // Going through a part is not worth while when it is nearly all.
    if (kept === undefined || kept.stale.size * 2 > programme.competencies.length)
      return make(programme, asked);
    const { value, stale } = kept;
    return stale.size === 0 ? value : join(value, make(partOfProgramme(programme, stale), asked), stale);
  }

  return {
    of(asked) {
      const value = answerTo(asked);
      known.delete(asked);
      known.set(asked, { value, stale: NONE });
      if (known.size > most) known.delete(known.keys().next().value!);
      return value;
    },
    remembered: () => known,
  };
}
