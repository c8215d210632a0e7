/**
 * Which levels a company can reach at all, if everything that ever counts for its people counted on one day: holding
 * more never takes a level away, so a level that is out of reach then is met on no day. It is asked before anything is
 * evaluated day by day, and settles most competencies of most companies.
 */
import { seatsShortfall } from '../evaluation/assess-option.ts';
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { PeopleCounts } from '../evaluation/count-people.ts';

/** Skills by their numbers in one version of a programme, individual after individual. */
export class HeldSkills {
  individuals = 0;
  private skills = new Int32Array(256);
  private count = 0;
  /** Where the skills of each individual end. */
  private ends = new Int32Array(64);

  clear(): void {
    this.individuals = 0;
    this.count = 0;
  }

  add(skill: number): void {
    if (this.count === this.skills.length) this.skills = twiceAsLong(this.skills);
    this.skills[this.count++] = skill;
  }

  /** Whoever holds nothing is nobody. */
  endIndividual(): void {
    if (this.count === (this.individuals === 0 ? 0 : this.ends[this.individuals - 1]!)) return;
    if (this.individuals === this.ends.length) this.ends = twiceAsLong(this.ends);
    this.ends[this.individuals++] = this.count;
  }

  countInto(counts: PeopleCounts): void {
    counts.start();
    let from = 0;
    for (let individual = 0; individual < this.individuals; individual++) {
      const end = this.ends[individual]!;
      counts.addIndividual(this.skills.subarray(from, end), end - from, 1);
      from = end;
    }
  }
}

function twiceAsLong(column: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(column.length * 2);
  longer.set(column);
  return longer;
}

interface Era {
  readonly counts: PeopleCounts;
  /** Part of each option, -1 for those of none. */
  readonly partOf: Int32Array;
}

/** One version of the rules, as they are in force between two days. */
export class PossibleLevels {
  private readonly eras: readonly Era[];

  /** @param eras the rules of each stretch of days in which they do not change */
  constructor(eras: readonly CompiledProgramme[], parts: readonly ReadonlySet<string>[]) {
    this.eras = eras.map((compiled) => ({
      counts: new PeopleCounts(compiled),
      partOf: Int32Array.from(compiled.options, ({ competency }) =>
        parts.findIndex((part) => part.has(competency)),
      ),
    }));
  }

  /** Marks with 1 the parts, of those that are asked for, of which some level is in reach. */
  mark(held: HeldSkills, asked: Uint8Array, possible: Uint8Array): void {
    for (const { counts, partOf } of this.eras) {
      held.countInto(counts);
      for (let option = 0; option < partOf.length; option++) {
        const part = partOf[option]!;
        if (part < 0 || asked[part] === 0 || possible[part] === 1) continue;
        if (seatsShortfall(counts.compiled.options[option]!, counts) === 0) possible[part] = 1;
      }
    }
  }
}
