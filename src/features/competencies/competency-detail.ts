import type { CompetencyDetail } from '../../contract/competencies.ts';
import type { PersonRef, RecordRef } from '../../contract/explanation.ts';
import type { AttainmentOption, Competency } from '../../domain/catalogue/catalogue.ts';
import type { NotCounted, OptionResult } from '../../domain/evaluation/evaluation-result.ts';
import { formatDay, parseDay } from '../../domain/time/day.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { personRef, recordRef } from '../shared/person-refs.ts';
import { explainedRequirements, mentioned, seatedPeople } from './explained-requirements.ts';
import { holdingsFor, nearPeople } from './near-people.ts';

type OptionDetail = CompetencyDetail['options'][number];

function levelDetails(
  answer: PartnerAnswer,
  competency: Competency,
  option: AttainmentOption,
  results: readonly OptionResult[],
) {
  const { programme } = answer;
  const day = parseDay(answer.evaluation.asOf.validAt)!;
  const holdings = holdingsFor(answer.verdicts, { competency: competency.id, option: option.id });
  return option.levels.flatMap((level): OptionDetail['levels'] => {
    const result = results.find((each) => each.option === option.id && each.level === level.level);
    const set = level.sets.find(({ from, until }) => from <= day && (until === null || day < until));
    if (result === undefined || set === undefined) return [];
    const nodes = result.requirements ?? [];
    const seated = seatedPeople(nodes);
    return [
      {
        level: level.level,
        outcome: result.outcome,
        shortfall: result.shortfall,
        source: set.source,
        inForceFrom: formatDay(set.from),
        requirements: explainedRequirements(nodes, set.requirement, (requirement) =>
          nearPeople(requirement, holdings, seated, programme, day),
        ),
      },
    ];
  });
}

function notCountedFor(option: string, notCounted: readonly NotCounted[]): OptionDetail['notCounted'] {
  return notCounted
    .filter((entry) => entry.option === option)
    .map(({ record, person, reason, params }) => ({ record, person, reason: { code: reason, params } }));
}

/** What the page shows about the people and records that the explanation mentions. */
function references(answer: PartnerAnswer, options: readonly OptionDetail[], mayNames: boolean) {
  const nodes = options.flatMap((option) => option.levels.flatMap((level) => level.requirements));
  const { people, records } = mentioned(nodes);
  for (const { notCounted } of options) {
    for (const entry of notCounted) {
      people.add(entry.person);
      records.add(entry.record);
    }
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
  const results = evaluation.competencies.filter((result) => result.competency === competency.id);
  const notCounted = (evaluation.notCounted ?? []).filter((entry) => entry.competency === competency.id);
  const options = competency.options.map((option) => ({
    option: option.id,
    name: option.name,
    levels: levelDetails(answer, competency, option, results),
    notCounted: notCountedFor(option.id, notCounted),
  }));
  const attained = evaluation.attained.find((level) => level.competency === competency.id);
  const end = answer.levelEnds().find((each) => each.competency === competency.id);
  return {
    competency: competency.id,
    name: competency.name,
    area: competency.area,
    source: competency.source,
    notes: [...competency.notes],
    attained: attained === undefined ? null : { level: attained.level, exempt: attained.exempt === true },
    endsOn: end?.on ?? null,
    endCause: end?.cause ?? null,
    options,
    ...references(answer, options, mayNames),
    asOf: evaluation.asOf,
    programme: programme.id,
    catalogueVersion: programme.version,
    warnings: [...evaluation.warnings],
  };
}
