/** What two versions of a programme say otherwise, with the names that a reader needs. */
import type { DifferenceView } from '../../contract/catalogue-versions.ts';
import type { Programme, Skill } from '../../domain/catalogue/catalogue.ts';
import type { CatalogueDifference, SkillField } from '../../domain/rehearsal/catalogue-difference.ts';
import { requirementWalk } from '../../domain/requirement-kinds/requirement-kinds.ts';
import { type Day, formatDay } from '../../domain/time/day.ts';
import { programmeView, requirementView } from './programme-view.ts';

const dayOrNull = (day: Day | null) => (day === null ? null : formatDay(day));

/** Of two versions the newer one's name, else the older one's, else the id. */
function namesOf(before: Programme, after: Programme) {
  const found = (
    id: string,
    all: readonly { readonly id: string; readonly name: DifferenceView['names']['name'] }[],
  ) => ({ id, name: all.find((each) => each.id === id)?.name ?? { en: id, fr: id } });
  return {
    competency: (id: string) => found(id, [...after.competencies, ...before.competencies]),
    level: (id: string) => found(id, [...after.levels, ...before.levels]),
  };
}

function fieldText(skill: Skill, field: SkillField): string | null {
  switch (field) {
    case 'retiredOn':
    case 'retiredBefore':
      return dayOrNull(skill[field]);
    case 'replacedBy':
    case 'prerequisites':
      return skill[field].join(', ') || null;
    default:
      return skill[field];
  }
}

function skillViews({ skills }: CatalogueDifference): DifferenceView['skills'] {
  return skills.map(({ skill, before, after, fields }) => ({
    skill,
    title: (after ?? before)!.title,
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
    fields: fields.map((field) => ({
      field,
      before: fieldText(before!, field),
      after: fieldText(after!, field),
    })),
  }));
}

/** Everything the rules that differ speak of, from both versions. */
function namesView(before: Programme, after: Programme, { rules }: CatalogueDifference, today: Day) {
  const [old, fresh] = [programmeView(before, today), programmeView(after, today)];
  const spoken = new Set(
    rules.flatMap(({ spans }) =>
      spans.flatMap((span) =>
        [span.before, span.after].flatMap((each) => (each === null ? [] : requirementWalk.skills(each))),
      ),
    ),
  );
  const skills = [...spoken].flatMap((id) => after.skills.get(id) ?? before.skills.get(id) ?? []);
  const known = new Set(after.competencies.map(({ id }) => id));
  return {
    ...fresh,
    competencies: [
      ...fresh.competencies,
      ...old.competencies.filter((each) => !known.has(each.competency)),
    ].map((each) => ({ ...each, options: [] })),
    skills: Object.fromEntries(
      skills.map(({ id, title, kind, code, retiredOn }) => [
        id,
        { title, kind, code, retiredOn: dayOrNull(retiredOn) },
      ]),
    ),
    metrics: { ...old.metrics, ...fresh.metrics },
    assets: { ...old.assets, ...fresh.assets },
    associationTypes: { ...old.associationTypes, ...fresh.associationTypes },
    groups: { ...old.groups, ...fresh.groups },
  };
}

export function differenceView(
  before: Programme,
  after: Programme,
  difference: CatalogueDifference,
  today: Day,
): DifferenceView {
  const names = namesOf(before, after);
  const optionName = (competency: string, option: string | null) =>
    [after, before]
      .flatMap(({ competencies }) => competencies.filter(({ id }) => id === competency))
      .flatMap(({ options }) => options.filter(({ id }) => id === option))
      .map(({ name }) => name)[0] ?? null;
  return {
    policies: difference.policies.map((each) => ({ ...each })),
    skills: skillViews(difference),
    competencies: difference.competencies.map(({ competency, kind }) => ({
      competency: names.competency(competency),
      kind,
    })),
    rules: difference.rules.map(({ competency, option, level, spans }) => ({
      competency: names.competency(competency),
      option: option === null ? null : optionName(competency, option),
      level: names.level(level),
      spans: spans.map(({ from, until, before: old, after: fresh }) => ({
        from: dayOrNull(from),
        until: dayOrNull(until),
        before: old && requirementView(old),
        after: fresh && requirementView(fresh),
      })),
    })),
    names: namesView(before, after, difference, today),
  };
}
