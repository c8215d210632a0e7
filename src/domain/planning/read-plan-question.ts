/** Checks a targets file against the programme; the first problem names the field, as for facts. */
import type { Programme, SkillId } from '../catalogue/catalogue.ts';
import type { FactsProblem, InvalidFacts } from '../facts/facts-problem.ts';
import { isObject } from '../facts/facts-reader.ts';
import { type Day, formatDay, parseDay } from '../time/day.ts';
import type { PersonWishes, PlanQuestion, PlanTarget, SkillCost } from './plan-question.ts';

/** What was accepted but should be looked at. */
export type PlanWarning =
  | { readonly code: 'unknown-field'; readonly field: string }
  | { readonly code: 'unknown-skill'; readonly skill: string }
  | { readonly code: 'unknown-person'; readonly person: string };

export interface ReadQuestion {
  readonly kind: 'question';
  readonly question: PlanQuestion;
  readonly warnings: readonly PlanWarning[];
}

const RENEWAL = 'renewal:';

class BadField extends Error {
  readonly problem: InvalidFacts;

  constructor(path: string, problem: FactsProblem, value: unknown, expected: string) {
    super(path);
    this.problem = { kind: 'invalid-facts', path, problem, value: value ?? null, expected };
  }
}

/** A JSON object whose fields are taken one by one; those that nobody takes are unknown. */
class Fields {
  private readonly object: Record<string, unknown>;
  private readonly path: string;
  private readonly left: Set<string>;

  constructor(value: unknown, path: string) {
    if (!isObject(value)) {
      throw new BadField(path, value === undefined ? 'missing' : 'wrong-type', value, 'an object');
    }
    this.object = value;
    this.path = path;
    this.left = new Set(Object.keys(value));
  }

  pathOf(field: string): string {
    return this.path === '' ? field : `${this.path}.${field}`;
  }

  take(field: string): unknown {
    this.left.delete(field);
    return this.object[field];
  }

  text(field: string): string {
    const value = this.take(field);
    if (typeof value === 'string' && value !== '') return value;
    throw new BadField(
      this.pathOf(field),
      value === undefined ? 'missing' : 'wrong-type',
      value,
      'a non-empty text',
    );
  }

  /** Not below zero; `absent` when nothing, or `null`, is given. */
  amount<T>(field: string, absent: T, most = Number.POSITIVE_INFINITY, wholeOnly = false): number | T {
    const value = this.take(field);
    const expected = `a ${wholeOnly ? 'whole ' : ''}number ${most === 1 ? 'from 0 to 1' : 'not below 0'}`;
    if (value === undefined || value === null) return absent;
    if (typeof value !== 'number') throw new BadField(this.pathOf(field), 'wrong-type', value, expected);
    if (!Number.isFinite(value) || value < 0 || value > most || (wholeOnly && !Number.isInteger(value))) {
      throw new BadField(this.pathOf(field), 'out-of-range', value, expected);
    }
    return value;
  }

  get unknown(): readonly string[] {
    return [...this.left].map((field) => this.pathOf(field));
  }
}

class QuestionReader {
  readonly warnings: PlanWarning[] = [];
  private readonly programme: Programme;

  constructor(programme: Programme) {
    this.programme = programme;
  }

  done(fields: Fields): void {
    for (const field of fields.unknown) this.warnings.push({ code: 'unknown-field', field });
  }

  target(value: unknown, path: string): PlanTarget {
    const fields = new Fields(value, path);
    const oneOf = (field: string, given: string, known: readonly string[]) => {
      if (!known.includes(given))
        throw new BadField(fields.pathOf(field), 'unknown-value', given, known.join(' | '));
    };
    const competency = fields.text('competency');
    const { competencies } = this.programme;
    oneOf(
      'competency',
      competency,
      competencies.map(({ id }) => id),
    );
    const { options } = competencies.find(({ id }) => id === competency)!;
    const level = fields.text('level');
    const levels = options.flatMap((option) => option.levels.map((one) => one.level));
    oneOf('level', level, [...new Set(levels)]);
    const given = fields.take('option');
    if (given !== undefined && given !== null) {
      if (typeof given !== 'string') {
        throw new BadField(fields.pathOf('option'), 'wrong-type', given, 'a text or null');
      }
      const having = options.filter((option) => option.levels.some((one) => one.level === level));
      oneOf(
        'option',
        given,
        having.flatMap(({ id }) => (id === null ? [] : [id])),
      );
    }
    this.done(fields);
    return { competency, level, option: typeof given === 'string' ? given : null };
  }

  cost(value: unknown, path: string): SkillCost {
    const fields = new Fields(value, path);
    const cost = { money: fields.amount('money', 0), hours: fields.amount('hours', 0) };
    this.done(fields);
    return cost;
  }

  skill(id: string): SkillId | null {
    const { skills, aliases } = this.programme;
    const canonical = aliases.get(id) ?? id;
    if (skills.has(canonical)) return canonical;
    this.warnings.push({ code: 'unknown-skill', skill: id });
    return null;
  }

  private skills(fields: Fields, field: string): readonly SkillId[] {
    const listed = fields.take(field) ?? [];
    if (!Array.isArray(listed)) {
      throw new BadField(fields.pathOf(field), 'wrong-type', listed, 'a list of skills');
    }
    return listed.flatMap((id, index) => {
      if (typeof id === 'string') return this.skill(id) ?? [];
      throw new BadField(`${fields.pathOf(field)}[${index}]`, 'wrong-type', id, 'a skill');
    });
  }

  wishes(value: unknown, path: string): PersonWishes {
    const fields = new Fields(value, path);
    const exclude = fields.take('exclude');
    if (exclude !== undefined && exclude !== null && typeof exclude !== 'boolean') {
      throw new BadField(fields.pathOf('exclude'), 'wrong-type', exclude, 'true | false');
    }
    const pinned = this.skills(fields, 'pinned');
    const barred = this.skills(fields, 'barred');
    const wishes = {
      maxHours: fields.amount('maxHours', null),
      exclude: exclude === true,
      successProbability: fields.amount('successProbability', null, 1),
      ...(pinned.length === 0 ? {} : { pinned }),
      ...(barred.length === 0 ? {} : { barred }),
    };
    this.done(fields);
    return wishes;
  }
}

function readBy(fields: Fields, asOf: Day): Day {
  const by = fields.text('by');
  const day = parseDay(by);
  if (day === null) throw new BadField('by', 'impossible-date', by, 'YYYY-MM-DD');
  if (day < asOf)
    throw new BadField('by', 'until-before-from', by, `a day not before --as-of ${formatDay(asOf)}`);
  return day;
}

function readQuestion(
  value: unknown,
  programme: Programme,
  asOf: Day,
  people: ReadonlySet<string>,
): ReadQuestion {
  const reader = new QuestionReader(programme);
  const fields = new Fields(value, '');
  const listed = fields.take('targets');
  if (!Array.isArray(listed)) {
    throw new BadField('targets', listed === undefined ? 'missing' : 'wrong-type', listed, 'a list');
  }
  if (listed.length === 0) throw new BadField('targets', 'out-of-range', listed, 'at least one target');
  const targets = listed.map((target, index) => reader.target(target, `targets[${index}]`));
  const by = readBy(fields, asOf);
  const survive = fields.amount('survive', 0, Number.POSITIVE_INFINITY, true);
  const budget = fields.amount('budget', null);
  const confidence = fields.amount('confidence', null, 1);
  const successProbability = fields.amount('successProbability', 1, 1);
  const costs = new Map<SkillId, SkillCost>();
  const renewals = new Map<SkillId, SkillCost>();
  let defaultCost: SkillCost = { money: 0, hours: 0 };
  const priced = fields.take('costs') ?? {};
  if (!isObject(priced)) throw new BadField('costs', 'wrong-type', priced, 'an object');
  for (const [id, value] of Object.entries(priced)) {
    const cost = reader.cost(value, `costs.${id}`);
    const isRenewal = id.startsWith(RENEWAL);
    if (id === 'default') defaultCost = cost;
    const skill = id === 'default' ? null : reader.skill(isRenewal ? id.slice(RENEWAL.length) : id);
    if (skill !== null) (isRenewal ? renewals : costs).set(skill, cost);
  }
  const wished = fields.take('people') ?? {};
  if (!isObject(wished)) throw new BadField('people', 'wrong-type', wished, 'an object');
  const wishes = new Map<string, PersonWishes>();
  for (const [person, value] of Object.entries(wished)) {
    wishes.set(person, reader.wishes(value, `people.${person}`));
    if (!people.has(person)) reader.warnings.push({ code: 'unknown-person', person });
  }
  if (confidence !== null && [...wishes.values()].some(({ pinned = [] }) => pinned.length > 0)) {
    throw new BadField('confidence', 'out-of-range', confidence, 'null where skills are pinned');
  }
  reader.done(fields);
  const question = {
    targets,
    by,
    survive,
    budget,
    defaultCost,
    costs,
    renewals,
    people: wishes,
    successProbability,
    confidence,
  };
  return { kind: 'question', question, warnings: reader.warnings };
}

/** @param people ids of the facts: wishes for others are reported */
export function readPlanQuestion(
  value: unknown,
  programme: Programme,
  asOf: Day,
  people: ReadonlySet<string>,
): ReadQuestion | InvalidFacts {
  try {
    return readQuestion(value, programme, asOf, people);
  } catch (error) {
    if (error instanceof BadField) return error.problem;
    throw error;
  }
}
