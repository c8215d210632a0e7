/** What a company and the rules would be like if this and that happened. Nothing that exists is changed. */
import type { Competency, Programme, SkillId } from '../catalogue/catalogue.ts';
import { setInForce } from '../catalogue/requirement-sets.ts';
import type { FactsDocument, FactsMetric, FactsPerson, FactsRecord } from '../facts/facts-document.ts';
import { type Day, firstDayOf, formatDay, formatMonth, type Month, monthOf, parseDay } from '../time/day.ts';

/** Days are `YYYY-MM-DD`; one that is absent is the day of the question. */
export type ScenarioChange =
  | { readonly kind: 'leaves'; readonly person: string; readonly on?: string | undefined }
  | {
      readonly kind: 'joins';
      readonly person: string;
      readonly name: string;
      readonly on?: string | undefined;
      readonly skills: readonly {
        readonly skill: SkillId;
        readonly achievedOn?: string | undefined;
        readonly expiresOn?: string | null | undefined;
      }[];
    }
  | {
      readonly kind: 'passes';
      readonly person: string;
      readonly skill: SkillId;
      readonly on?: string | undefined;
    }
  | { readonly kind: 'skill-retires'; readonly skill: SkillId; readonly on: string }
  | { readonly kind: 'rules-of'; readonly day: string }
  | {
      readonly kind: 'metric';
      readonly metric: string;
      readonly value: number;
      readonly from?: string | undefined;
      readonly association?: string | null | undefined;
      readonly competency?: string | null | undefined;
      readonly track?: string | null | undefined;
    };

export interface Supposed {
  readonly facts: FactsDocument;
  readonly programme: Programme;
}

type Of<Kind extends ScenarioChange['kind']> = Extract<ScenarioChange, { readonly kind: Kind }>;

interface SupposedOn {
  /** The day of the question, as text. */
  readonly day: string;
  /** The last day on which something is looked at. */
  readonly until: Day;
}

/** Record ids of the facts are never like this. */
const PREFIX = 'supposed-';

function withPeople(facts: FactsDocument, change: (person: FactsPerson) => FactsPerson): FactsDocument {
  return { ...facts, people: (facts.people ?? []).map(change) };
}

function leaves(facts: FactsDocument, { person, on }: Of<'leaves'>, { day }: SupposedOn): FactsDocument {
  const last = on ?? day;
  const earlier = (known: string | null) => (known !== null && known < last ? known : last);
  return withPeople(facts, (one) =>
    one.id === person
      ? { ...one, employedFrom: null, employedUntil: earlier(one.employedUntil ?? null) }
      : one,
  );
}

function joins(
  facts: FactsDocument,
  { person, on, skills }: Of<'joins'>,
  { day }: SupposedOn,
): FactsDocument {
  const records = skills.map(({ skill, achievedOn, expiresOn }, index): FactsRecord => {
    return {
      id: `${PREFIX}${person}-${index}`,
      skill,
      achievedOn: achievedOn ?? on ?? day,
      expiresOn: expiresOn ?? null,
    };
  });
  return { ...facts, people: [...(facts.people ?? []), { id: person, employedFrom: on ?? day, records }] };
}

function passes(
  facts: FactsDocument,
  { person, skill, on }: Of<'passes'>,
  { day }: SupposedOn,
): FactsDocument {
  const record = { id: `${PREFIX}${person}-${skill}`, skill, achievedOn: on ?? day };
  return withPeople(facts, (one) =>
    one.id === person ? { ...one, records: [...(one.records ?? []), record] } : one,
  );
}

function metric(
  facts: FactsDocument,
  { metric: id, value, from, association, competency, track }: Of<'metric'>,
  { day, until }: SupposedOn,
): FactsDocument {
  // Without a first day all twelve complete months are supposed that rules look back at.
  const first = from === undefined ? monthOf(parseDay(day)!) - 12 : monthOf(parseDay(from)!);
  const months: string[] = [];
  for (let month = first; month <= monthOf(until); month++) months.push(formatMonth(month as Month));
  const series = { association: association ?? null, competency: competency ?? null, track: track ?? null };
  const replaced = (known: FactsMetric) =>
    known.metric === id &&
    months.includes(known.month) &&
    (known.association ?? null) === series.association &&
    (known.competency ?? null) === series.competency &&
    (known.track ?? null) === series.track;
  const kept = (facts.metrics ?? []).filter((known) => !replaced(known));
  return {
    ...facts,
    metrics: [...kept, ...months.map((month) => ({ metric: id, month, value, ...series }))],
  };
}

function retires(programme: Programme, { skill, on }: Of<'skill-retires'>): Programme {
  const id = programme.aliases.get(skill) ?? skill;
  const known = programme.skills.get(id);
  if (known === undefined) return programme;
  const skills = new Map(programme.skills).set(id, {
    ...known,
    retiredOn: parseDay(on),
    retiredBefore: null,
  });
  return { ...programme, skills };
}

/** The beginning of all time, as far as rules are concerned. */
const ALWAYS = firstDayOf(0 as Month);

function rulesOf(programme: Programme, { day }: Of<'rules-of'>): Programme {
  const on = parseDay(day)!;
  const competencies = programme.competencies.map((competency): Competency => {
    const options = competency.options.map((option) => {
      const levels = option.levels.map((level) => {
        const set = setInForce(level.sets, on);
        return { ...level, sets: set === null ? [] : [{ ...set, from: ALWAYS, until: null }] };
      });
      return { ...option, levels };
    });
    return { ...competency, options };
  });
  return { ...programme, competencies };
}

function withChange(supposed: Supposed, change: ScenarioChange, on: SupposedOn): Supposed {
  switch (change.kind) {
    case 'leaves':
      return { ...supposed, facts: leaves(supposed.facts, change, on) };
    case 'joins':
      return { ...supposed, facts: joins(supposed.facts, change, on) };
    case 'passes':
      return { ...supposed, facts: passes(supposed.facts, change, on) };
    case 'metric':
      return { ...supposed, facts: metric(supposed.facts, change, on) };
    case 'skill-retires':
      return { ...supposed, programme: retires(supposed.programme, change) };
    case 'rules-of':
      return { ...supposed, programme: rulesOf(supposed.programme, change) };
  }
}

/**
 * @param day of the question
 * @param until the last day that is looked at, not before `day`
 */
export function supposing(
  { facts, programme }: Supposed,
  changes: readonly ScenarioChange[],
  day: Day,
  until: Day,
): Supposed {
  const on = { day: formatDay(day), until };
  let supposed: Supposed = { facts, programme };
  for (const change of changes) supposed = withChange(supposed, change, on);
  return supposed;
}
