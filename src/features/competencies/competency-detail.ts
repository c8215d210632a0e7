import type { CompetencyDetail } from '../../contract/competencies.ts';
import type { PersonRef, RecordRef } from '../../contract/explanation.ts';
import type { AttainmentOption, Competency } from '../../domain/catalogue/catalogue.ts';
import { setInForce } from '../../domain/catalogue/requirement-sets.ts';
import type { NotCounted } from '../../domain/evaluation/evaluation-result.ts';
import { blockedBy } from '../../domain/evaluation/shared-uses.ts';
import { heldSkills, individuals } from '../../domain/explanation/held-skills.ts';
import { peopleInUse } from '../../domain/explanation/people-in-use.ts';
import { singleActions } from '../../domain/explanation/single-actions.ts';
import { requirementWalk } from '../../domain/requirement-kinds/requirement-kinds.ts';
import { formatDay, parseDay } from '../../domain/time/day.ts';
import { heldLevel } from '../shared/held-exemption.ts';
import { lossCauseViews } from '../shared/loss-cause-view.ts';
import { missingThings } from '../shared/missing-things.ts';
import { optionName } from '../shared/option-names.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { competencyHistoryView, levelStandingView } from '../shared/partner-lifecycle.ts';
import { personRef, recordRef } from '../shared/person-refs.ts';
import { qualificationWindowFrom, scoreSummary, trackOf } from '../shared/score-summary.ts';
import { peopleOfActions, singleActionView } from '../shared/single-action-view.ts';
import { explainedRequirements, mentioned, seatedPeople } from './explained-requirements.ts';
import { nearPeople, peopleInOtherSeats } from './near-people.ts';

type OptionDetail = CompetencyDetail['options'][number];

/** The levels of an option with their requirements, and what would meet the ones that are not met. */
function levelDetails(answer: PartnerAnswer, competency: Competency, option: AttainmentOption) {
  const { evaluation, facts, programme, asOf, verdicts } = answer;
  const day = parseDay(evaluation.asOf.validAt)!;
  const results = evaluation.competencies.filter((result) => result.competency === competency.id);
  const inForce = option.levels.flatMap(({ level, sets }) => {
    const set = setInForce(sets, day);
    return set === null ? [] : [{ level, set }];
  });
  const named = new Set(inForce.flatMap(({ set }) => requirementWalk.skills(set.requirement)));
  const holdings = heldSkills(verdicts, individuals(facts), named);
  const inUse = peopleInUse(evaluation.competencies);
  return inForce.flatMap(({ level, set }): OptionDetail['levels'] => {
    const result = results.find((each) => each.option === option.id && each.level === level);
    if (result === undefined) return [];
    const { requirement } = set;
    const nodes = result.requirements ?? [];
    const seated = seatedPeople(nodes);
    const { competencies } = evaluation;
    const found = singleActions(facts, programme, asOf, result, { competencies, verdicts });
    return [
      {
        level,
        outcome: result.outcome,
        shortfall: result.shortfall,
        ...missingThings(result, programme),
        score: scoreSummary(result),
        ...(result.qualifiedInWindow !== undefined && { qualifiedInWindow: result.qualifiedInWindow }),
        source: set.source,
        inForceFrom: formatDay(set.from),
        requirements: explainedRequirements(nodes, requirement, (people, seatedHere) => ({
          near: nearPeople(people, holdings, seated, programme, day, (person) => {
            const seat = { competency: competency.id, level, group: people.group };
            return blockedBy(programme.sharingLimits, inUse.get(person) ?? [], seat) !== null;
          }),
          inOtherSeats: peopleInOtherSeats(people, holdings, seated, seatedHere),
        })),
        actions: found.actions.map(singleActionView),
        actionsComplete: found.complete,
      },
    ];
  });
}

function notCountedFor(option: string | null, notCounted: readonly NotCounted[]): OptionDetail['notCounted'] {
  return notCounted
    .filter((entry) => entry.option === option)
    .map(({ record, person, reason, params }) => ({ record, person, reason: { code: reason, params } }));
}

/** What the page shows about the people and records that the explanation mentions. */
function references(answer: PartnerAnswer, options: readonly OptionDetail[], mayNames: boolean) {
  const nodes = options.flatMap((option) => option.levels.flatMap((level) => level.requirements));
  const { people, records } = mentioned(nodes);
  for (const { notCounted, levels } of options) {
    for (const entry of notCounted) {
      people.add(entry.person);
      records.add(entry.record);
    }
    for (const person of peopleOfActions(levels.flatMap((level) => level.actions))) people.add(person);
  }
  const personRefs: Record<string, PersonRef> = {};
  for (const id of people) personRefs[id] = personRef(answer.directory, id, mayNames);
  const recordRefs: Record<string, RecordRef> = {};
  for (const id of records) {
    const found = answer.recordsById().get(id);
    if (found !== undefined) recordRefs[id] = recordRef(answer.programme, found.person, found.record);
  }
  return { people: personRefs, records: recordRefs };
}

/** One competency with every option and level in force: who counts, what is missing, and why not. */
export function competencyDetail(
  answer: PartnerAnswer,
  competency: Competency,
  mayNames: boolean,
): CompetencyDetail {
  const { evaluation, programme } = answer;
  const notCounted = (evaluation.notCounted ?? []).filter((entry) => entry.competency === competency.id);
  // Options that ask for nothing on this day have nothing to show.
  const options = competency.options
    .map((option) => ({
      option: option.id,
      name: optionName(option),
      track: programme.tracks.get(option.track ?? '') ?? null,
      levels: levelDetails(answer, competency, option),
      notCounted: notCountedFor(option.id, notCounted),
    }))
    .filter(({ levels }) => levels.length > 0);
  const attained = evaluation.attained.find((level) => level.competency === competency.id);
  const end = answer.riskOfYear().ends.find((each) => each.competency === competency.id);
  return {
    competency: competency.id,
    name: competency.name,
    area: competency.area,
    source: competency.source,
    notes: [...competency.notes],
    attained: heldLevel(attained, answer.facts.exemptions ?? []),
    endsOn: end?.on ?? null,
    levels: answer
      .levelStandings()
      .filter((level) => level.competency === competency.id)
      .map((standing) => levelStandingView(programme, standing)),
    history: competencyHistoryView(answer, competency.id, mayNames),
    endCause: end === undefined ? null : lossCauseViews(answer, competency.id, end.cause, mayNames),
    options,
    ...references(answer, options, mayNames),
    track: trackOf(programme, answer.facts),
    qualificationWindowFrom: qualificationWindowFrom(programme, evaluation.asOf.validAt),
    asOf: evaluation.asOf,
    programme: programme.id,
    catalogueVersion: programme.version,
    // What is remarked about other competencies stands on their pages.
    warnings: evaluation.warnings.filter(
      (warning) => (warning.competency ?? competency.id) === competency.id,
    ),
  };
}
