/**
 * Records that could fill an empty seat if their holders were not used elsewhere: what the requirement trees of a
 * joint choice say about people, said about records.
 */
import type { CompiledOption } from './compiled-programme.ts';
import type { PeopleNode, ReasonParams, RequirementNode, SeatTaken } from './evaluation-result.ts';
import type { RecordVerdict } from './record-verdicts.ts';

function* peopleNodes(nodes: readonly RequirementNode[]): Iterable<PeopleNode> {
  for (const node of nodes) {
    if (node.kind === 'people') {
      yield node;
      yield* peopleNodes(node.children);
    } else if (node.kind === 'all-of' || node.kind === 'any-of') yield* peopleNodes(node.children);
  }
}

/** The first of the uses that leave no room, with the limit; all of them stand in the tree. */
function paramsOf({ atMost, uses }: SeatTaken): ReasonParams {
  const { competency, level, option, group } = uses[0]!;
  return { competency, level, option, group, atMost };
}

/** Option → record → why it does not count there. */
type TakenRecords = Map<
  string,
  { readonly competency: string; readonly option: string | null; params: Map<string, ReasonParams> }
>;

function takenRecords(
  options: readonly CompiledOption[],
  trees: readonly (readonly RequirementNode[])[],
): TakenRecords {
  const taken: TakenRecords = new Map();
  const seated = new Map<string, Set<string>>();
  options.forEach(({ competency, option }, place) => {
    const key = `${competency} ${option}`;
    const own = taken.get(key) ?? { competency, option, params: new Map<string, ReasonParams>() };
    taken.set(key, own);
    const sitting = seated.get(key) ?? new Set<string>();
    seated.set(key, sitting);
    for (const node of peopleNodes(trees[place]!)) {
      for (const seat of node.seats) for (const record of seat.records) sitting.add(record);
      if (node.shortfall === 0) continue;
      for (const person of node.elsewhere ?? []) {
        for (const record of person.records) {
          if (!own.params.has(record)) own.params.set(record, paramsOf(person));
        }
      }
    }
  });
  // A record that fills a seat at one level of an option counts for the option.
  for (const [key, { params }] of taken) for (const record of seated.get(key)!) params.delete(record);
  return taken;
}

/** The verdicts, with `seat-taken` where it applies; a record for which it applies everywhere does not count. */
export function withSeatsTaken(
  verdicts: readonly RecordVerdict[],
  options: readonly CompiledOption[],
  trees: readonly (readonly RequirementNode[])[],
): readonly RecordVerdict[] {
  const takenByOption = takenRecords(options, trees);
  return verdicts.map((verdict): RecordVerdict => {
    if (verdict.reason !== null) return verdict;
    const taken = verdict.options.flatMap(({ competency, option }) => {
      const params = takenByOption.get(`${competency} ${option}`)?.params.get(verdict.record);
      return params === undefined ? [] : [{ competency, option, params }];
    });
    if (taken.length === 0) return verdict;
    if (taken.length < verdict.options.length) return { ...verdict, taken };
    return { ...verdict, taken, reason: { code: 'seat-taken', params: taken[0]!.params } };
  });
}
