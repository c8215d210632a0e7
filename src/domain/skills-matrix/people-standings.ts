/**
 * What each person is to a competency: who fills a seat, who could take over. Reads the explained results of an
 * evaluation and decides nothing about counting by itself.
 */
import type { OptionResult, RequirementNode } from '../evaluation/evaluation-result.ts';

/**
 * `seated` fills a seat; `spare` satisfies a requirement and is not needed; `elsewhere` satisfies one and is kept from the
 * seat because a sharing limit looks at another seat of the person.
 */
export const STANDINGS = ['seated', 'spare', 'elsewhere'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What one person is to one level of an option. */
export interface PersonUse {
  readonly option: string | null;
  readonly level: string;
  readonly standing: Standing;
}

type Entry = readonly [person: string, standing: Standing];

function* entriesOf(nodes: readonly RequirementNode[]): Iterable<Entry> {
  for (const node of nodes) {
    switch (node.kind) {
      case 'people':
        for (const { person } of node.seats) yield [person, 'seated'];
        for (const person of node.spare) yield [person, 'spare'];
        for (const { person } of node.elsewhere ?? []) yield [person, 'elsewhere'];
        break;
      case 'percent-of-staff':
        for (const { person } of node.seats) yield [person, 'seated'];
        for (const person of node.spare) yield [person, 'spare'];
        break;
      case 'score':
        for (const { steps } of node.metrics) {
          for (const { seats } of steps) for (const { person } of seats) yield [person, 'seated'];
        }
        break;
      case 'all-of':
      case 'any-of':
        yield* entriesOf(node.children);
        break;
      default:
        break;
    }
  }
}

/** Of two standings in one place the one that says more. */
function isStronger(left: Standing, right: Standing): boolean {
  return STANDINGS.indexOf(left) < STANDINGS.indexOf(right);
}

/** Person → what he or she is to each level of the options; `results` are explained. */
export function peopleStandings(results: readonly OptionResult[]): ReadonlyMap<string, readonly PersonUse[]> {
  const uses = new Map<string, PersonUse[]>();
  for (const { option, level, requirements } of results) {
    const here = new Map<string, Standing>();
    for (const [person, standing] of entriesOf(requirements ?? [])) {
      const known = here.get(person);
      if (known === undefined || isStronger(standing, known)) here.set(person, standing);
    }
    for (const [person, standing] of here) {
      const own = uses.get(person);
      if (own === undefined) uses.set(person, [{ option, level, standing }]);
      else own.push({ option, level, standing });
    }
  }
  return uses;
}

/** The strongest of a person's standings; `null` of somebody who satisfies nothing. */
export function strongestStanding(uses: readonly PersonUse[]): Standing | null {
  return STANDINGS.find((standing) => uses.some((use) => use.standing === standing)) ?? null;
}
