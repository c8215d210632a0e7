import type { ProgrammeView, RequirementView } from '../../contract/catalogue.ts';
import type {
  AttainmentOption,
  Competency,
  Programme,
  Requirement,
} from '../../domain/catalogue/catalogue.ts';
import { setInForce } from '../../domain/catalogue/requirement-sets.ts';
import { type Day, formatDay } from '../../domain/time/day.ts';
import { namesById } from '../shared/names-by-id.ts';
import { optionName } from '../shared/option-names.ts';
import { predicateView } from '../shared/predicate-view.ts';
import { scoreRuleView } from './score-rule-view.ts';

export function requirementView(requirement: Requirement): RequirementView {
  switch (requirement.kind) {
    case 'all-of':
    case 'any-of':
      return { kind: requirement.kind, of: requirement.of.map(requirementView) };
    case 'people':
      return {
        kind: 'people',
        count: requirement.count,
        holds: predicateView(requirement.holds),
        ofWhich: requirement.ofWhich.map((of) => ({
          count: of.count,
          alsoHolds: predicateView(of.alsoHolds),
        })),
        group: requirement.group,
        overlap: requirement.overlap,
      };
    case 'performance':
      return {
        kind: 'performance',
        metric: requirement.metric,
        min: requirement.min,
        market: requirement.market,
        associations: requirement.associations === null ? null : [...requirement.associations],
        window: requirement.window,
        measure: requirement.measure,
      };
    case 'asset':
      return { kind: 'asset', asset: requirement.asset };
    case 'score':
      return { kind: 'score', score: scoreRuleView(requirement) };
    case 'asset-count':
      return { kind: 'asset-count', count: requirement.count, assets: [...requirement.anyOf] };
    case 'percent-of-staff':
      return {
        kind: 'percent-of-staff',
        percent: requirement.percent,
        atMost: requirement.atMost,
        holds: predicateView(requirement.holds),
      };
    case 'attained':
      return { kind: 'attained', anyOf: requirement.anyOf.map((level) => ({ ...level })) };
  }
}

function optionView(option: AttainmentOption, day: Day) {
  return {
    option: option.id,
    name: optionName(option),
    track: option.track,
    levels: option.levels.flatMap((level) => {
      const set = setInForce(level.sets, day);
      if (set === null) return [];
      return [
        {
          level: level.level,
          from: formatDay(set.from),
          until: set.until === null ? null : formatDay(set.until),
          source: set.source,
          requirement: requirementView(set.requirement),
        },
      ];
    }),
  };
}

function competencyView(competency: Competency, day: Day): ProgrammeView['competencies'][number] {
  return {
    competency: competency.id,
    name: competency.name,
    area: competency.area,
    source: competency.source,
    notes: [...competency.notes],
    prerequisites:
      competency.prerequisites === null
        ? null
        : { ...competency.prerequisites, anyOf: [...competency.prerequisites.anyOf] },
    tracks: competency.tracks,
    options: competency.options.map((option) => optionView(option, day)),
  };
}

/** The skills that some requirement in force names: the ones a reader of the rules needs to have explained. */
function namedSkills(view: ProgrammeView['competencies']): Set<string> {
  const named = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if ('skill' in value && typeof value.skill === 'string') named.add(value.skill);
      Object.values(value).forEach(visit);
    }
  };
  visit(view);
  return named;
}

/** The rules in force on a day in the shape of the contract; independent of any partner. */
export function programmeView(programme: Programme, day: Day): ProgrammeView {
  const competencies = programme.competencies.map((competency) => competencyView(competency, day));
  const named = namedSkills(competencies);
  const skills = [...programme.skills.values()].filter((skill) => named.has(skill.id));
  return {
    programme: programme.id,
    name: programme.name,
    version: programme.version,
    documentedUntil: programme.documentedUntil === null ? null : formatDay(programme.documentedUntil),
    levels: programme.levels.map(({ id, name, rank }) => ({ id, name, rank })),
    competencies,
    skills: Object.fromEntries(
      skills.map(({ id, title, kind, code, retiredOn }) => [
        id,
        { title, kind, code, retiredOn: retiredOn === null ? null : formatDay(retiredOn) },
      ]),
    ),
    metrics: Object.fromEntries(
      [...programme.metrics.values()].map(({ id, name, kind, unit }) => [id, { name, kind, unit }]),
    ),
    assets: namesById(programme.assets),
    associationTypes: namesById(programme.associationTypes),
    groups: namesById(programme.groups),
    sharingLimits: programme.sharingLimits.map((limit) => ({
      kind: limit.kind,
      atMost: limit.kind === 'at-most' ? limit.atMost : null,
      groups: limit.groups === null ? null : [...limit.groups],
      levels: limit.levels === null ? null : [...limit.levels],
      exempt: [...limit.exempt],
    })),
    recognisedSources: [...programme.recognisedSources],
    areas: namesById(programme.areas),
    tracks: namesById(programme.tracks),
    qualificationWindowMonths: programme.qualificationWindowMonths,
  };
}
