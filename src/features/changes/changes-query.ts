import type { Changes, ChangesQuery, SkillChangeView } from '../../contract/changes.ts';
import { searchKey, searchWords } from '../../domain/text/search-key.ts';
import { nextPage } from '../shared/paging.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import type { ComparedAnswers } from './compared-answers.ts';

/** Those that are asked for, in the order of the report. */
export function chosenChanges(
  { skills }: ComparedAnswers,
  { change, competency, search = '' }: ChangesQuery,
): readonly SkillChangeView[] {
  const words = searchWords(search);
  return skills.filter((row) => {
    if (change !== undefined && row.change !== change) return false;
    if (competency !== undefined && !row.relevantFor.some((each) => each.competency === competency))
      return false;
    const { firstName, lastName, workEmail, skillId, skillTitle } = row;
    const text = searchKey(`${firstName} ${lastName} ${workEmail} ${skillId} ${skillTitle}`);
    return words.every((word) => text.includes(word));
  });
}

/** Without `top` everything that fits one answer is given. */
const PAGE = 10_000;

export function changesView(
  found: ComparedAnswers,
  times: { readonly earlier: PartnerAnswer; readonly later: PartnerAnswer },
  { query, url }: { readonly query: ChangesQuery; readonly url: string },
): Changes {
  const { skills, counts, levels, options } = found;
  const { earlier, later } = times;
  const chosen = chosenChanges(found, query);
  const { top = PAGE, skip = 0 } = query;
  return {
    value: chosen.slice(skip, skip + top),
    nextLink: skip + top < chosen.length ? nextPage(url, skip + top, top) : null,
    count: chosen.length,
    total: skills.length,
    counts,
    levels,
    options,
    since: earlier.asOf.validAt,
    asOf: later.asOf,
    programme: later.programme.id,
    catalogueVersion: later.programme.version,
  };
}
