/** What an answer of a day must be read with: rules of that day that are not documented, or not public. */
import type { Competency, Programme } from '../catalogue/catalogue.ts';
import { requirementSets } from '../catalogue/requirement-sets.ts';
import { type Day, formatDay } from '../time/day.ts';
import type { EvaluationScope } from './compiled-programme.ts';
import type { Warning } from './evaluation-result.ts';

/** First day for which the rules of these competencies are known; infinite when they have none. */
function firstRules(competencies: readonly Competency[]): Day {
  let first = Number.POSITIVE_INFINITY as Day;
  for (const { from } of requirementSets(competencies)) if (from < first) first = from;
  return first;
}

/** Competencies whose rules of that day are not public, while those of others are. */
function unknownRuleWarnings(
  { competencies }: Programme,
  day: Day,
  { competency: asked }: EvaluationScope,
): readonly Warning[] {
  if (day < firstRules(competencies)) return [];
  return competencies.flatMap((competency): readonly Warning[] => {
    const first = firstRules([competency]);
    const missing = Number.isFinite(first) && day < first;
    if (!missing || (asked !== null && asked !== competency.id)) return [];
    return [{ code: 'rules-not-public', competency: competency.id, until: formatDay(first) }];
  });
}

function eraWarnings(programme: Programme, day: Day): readonly Warning[] {
  const warnings: Warning[] = [];
  const first = firstRules(programme.competencies);
  if (Number.isFinite(first) && day < first)
    warnings.push({ code: 'before-first-rules', from: formatDay(first) });
  const until = programme.documentedUntil;
  if (until !== null && day > until)
    warnings.push({ code: 'outside-documented-era', until: formatDay(until) });
  return warnings;
}

export function ruleWarnings(programme: Programme, day: Day, scope: EvaluationScope): readonly Warning[] {
  return [...eraWarnings(programme, day), ...unknownRuleWarnings(programme, day, scope)];
}
