/**
 * The compact JSON text of an unexplained result, put together from pieces that are the same for every partner.
 * The text is byte for byte what `JSON.stringify` of the result object gives.
 */
import type { CompiledOption } from './compiled-programme.ts';
import type { AttainedLevel, Score, Warning } from './evaluation-result.ts';
import { OUTCOMES, type OutcomeNumber } from './outcomes.ts';

export interface ResultTexts {
  /** From after the partner's id to the start of the competencies. */
  readonly afterPartner: string;
  entry(option: number, outcome: OutcomeNumber, shortfall: number): string;
  /** An entry with a score or an answer for the qualification window (`undefined` when there is no window). */
  scoredEntry(
    option: number,
    outcome: OutcomeNumber,
    shortfall: number,
    score: Score | null,
    qualifiedInWindow: boolean | null | undefined,
  ): string;
}

export function resultTexts(
  options: readonly CompiledOption[],
  header: { readonly programme: string; readonly catalogueVersion: string; readonly asOf: object },
): ResultTexts {
  const starts = options.map(({ competency, level, option }) =>
    JSON.stringify({ competency, level, option }).slice(0, -1),
  );
  const known: (string | undefined)[][] = options.map(() => []);
  return {
    afterPartner: `,${JSON.stringify(header).slice(1, -1)},"competencies":[`,
    entry(option, outcome, shortfall) {
      const key = shortfall * OUTCOMES.length + outcome;
      const texts = known[option]!;
      const text = texts[key];
      if (text !== undefined) return text;
      const made = `${starts[option]},"outcome":"${OUTCOMES[outcome]}","score":null,"shortfall":{"people":${shortfall}}}`;
      texts[key] = made;
      return made;
    },
    scoredEntry(option, outcome, shortfall, score, qualifiedInWindow) {
      const qualified = qualifiedInWindow === undefined ? '' : `,"qualifiedInWindow":${qualifiedInWindow}`;
      const rest = `${qualified},"score":${JSON.stringify(score)},"shortfall":{"people":${shortfall}}}`;
      return `${starts[option]},"outcome":"${OUTCOMES[outcome]}"${rest}`;
    },
  };
}

export function resultText(
  texts: ResultTexts,
  partner: string,
  entries: readonly string[],
  attained: readonly AttainedLevel[],
  warnings: readonly Warning[],
): string {
  const start = `{"partner":${JSON.stringify(partner)}${texts.afterPartner}${entries.join(',')}`;
  return `${start}],"attained":${JSON.stringify(attained)},"warnings":${JSON.stringify(warnings)}}`;
}
