/** `examples/<slug>.yaml`: cases in sentences, each with facts, a day and what must come out. */
import type { Competency, Programme } from '../domain/catalogue/catalogue.ts';
import { type Outcome, REASON_CODES, type ReasonCode } from '../domain/evaluation/evaluation-result.ts';
import type { FactsDocument } from '../domain/facts/facts-document.ts';
import { formatDay } from '../domain/time/day.ts';
import { expandFacts } from './example-facts.ts';
import {
  type Cursor,
  entriesOf,
  fieldsOf,
  isMapping,
  itemsOf,
  plainValueOf,
  report,
  scalarOf,
} from './yaml-cursor.ts';
import { readCount, readDay, readKnown, readOneOf, readText, readTexts } from './yaml-values.ts';

const SHOWS = ['met', 'one-short', 'trap'] as const;

export type Shows = (typeof SHOWS)[number];

export interface ExpectedOutcome {
  readonly option: string | null;
  readonly level: string;
  readonly outcome: Outcome;
  /** People missing; `null` when the case does not say. */
  readonly short: number | null;
  /** Points of the score, rounded to hundredths; `null` when the case does not say. */
  readonly points: number | null;
  /** `undefined` when the case does not say. */
  readonly qualified: boolean | null | undefined;
  readonly cursor: Cursor;
}

export interface ExpectedReason {
  readonly record: string;
  readonly reason: ReasonCode;
  /** As written; `null` when the case does not say. */
  readonly option: string | null;
  readonly params: unknown;
  readonly cursor: Cursor;
}

export interface ExampleCase {
  /** A sentence about the programme. */
  readonly name: string;
  readonly shows: Shows;
  readonly validAt: string;
  readonly knownAt: string | null;
  readonly facts: FactsDocument;
  readonly outcomes: readonly ExpectedOutcome[];
  /** The level attained in the competency; `null` for none. */
  readonly attained: string | null;
  readonly notCounted: readonly ExpectedReason[];
  readonly warnings: readonly string[];
  readonly cursor: Cursor;
}

export function readExampleFile(
  root: Cursor,
  competency: Competency,
  programme: Programme,
): readonly ExampleCase[] {
  const fields = fieldsOf(root, ['competency', 'cases']);
  const id = readText(fields.get('competency'));
  if (id !== '' && id !== competency.id) {
    report(fields.get('competency')!, `this file must say \`${competency.id}\`, like its name`);
  }
  const cases = fields.get('cases');
  return (cases === undefined ? [] : itemsOf(cases)).map((item) => readCase(item, competency, programme));
}

function readCase(cursor: Cursor, competency: Competency, programme: Programme): ExampleCase {
  const fields = fieldsOf(cursor, ['case', 'shows', 'as-of', 'facts', 'expect'], ['known-at']);
  const knownAt = fields.get('known-at');
  const facts = fields.get('facts');
  const expected = fields.get('expect');
  const expect =
    expected === undefined
      ? undefined
      : fieldsOf(expected, ['outcomes', 'attained'], ['not-counted', 'warnings']);
  const day = readDay(fields.get('as-of'));
  const levels = new Set([...programme.levels.map((level) => level.id), 'none']);
  const attained = readKnown(expect?.get('attained'), levels, 'level', '`levels` of programme.yaml');
  return {
    name: readText(fields.get('case')),
    shows: readOneOf(fields.get('shows'), SHOWS, 'trap'),
    validAt: day === null ? '' : formatDay(day),
    knownAt: knownAt === undefined ? null : readText(knownAt),
    facts: expandFacts(facts === undefined ? null : plainValueOf(facts)),
    outcomes: readOutcomes(expect?.get('outcomes'), competency),
    attained: attained === 'none' ? null : attained,
    notCounted: readReasons(expect?.get('not-counted'), competency),
    warnings: readTexts(expect?.get('warnings')),
    cursor,
  };
}

const OUTCOMES: readonly Outcome[] = ['met', 'unmet', 'undetermined'];

/** Stands in examples for the option that has no id. */
export const UNNAMED = 'none';

function readPoints(cursor: Cursor | undefined): number | null {
  if (cursor === undefined) return null;
  const value = scalarOf(cursor);
  if (typeof value === 'number' && value >= 0) return value;
  report(cursor, 'expected a number of points');
  return null;
}

function readQualified(cursor: Cursor | undefined): boolean | null | undefined {
  if (cursor === undefined) return undefined;
  const answers = { true: true, false: false, unknown: null };
  const written = String(scalarOf(cursor));
  if (written in answers) return answers[written as keyof typeof answers];
  report(cursor, 'expected true, false or unknown');
  return undefined;
}

/** `option: { level: met }`, or `{ outcome, short, points, qualified-in-window }` in place of the word. */
function readOutcomes(cursor: Cursor | undefined, competency: Competency): readonly ExpectedOutcome[] {
  if (cursor === undefined) return [];
  return entriesOf(cursor).flatMap(({ key, keyCursor, value }) => {
    const option = key === UNNAMED ? null : key;
    const levels = competency.options.find(({ id }) => id === option)?.levels;
    if (levels === undefined) report(keyCursor, `\`${competency.id}\` has no option \`${key}\``);
    return entriesOf(value).map((entry): ExpectedOutcome => {
      if (levels !== undefined && !levels.some(({ level }) => level === entry.key)) {
        report(entry.keyCursor, `option \`${key}\` has no level \`${entry.key}\``);
      }
      const place = { option, level: entry.key, cursor: entry.value };
      if (!isMapping(entry.value)) {
        const outcome = readOneOf(entry.value, OUTCOMES, 'met');
        const short = outcome === 'met' ? 0 : null;
        return { ...place, outcome, short, points: null, qualified: undefined };
      }
      const fields = fieldsOf(entry.value, ['outcome'], ['short', 'points', 'qualified-in-window']);
      const short = fields.get('short');
      return {
        ...place,
        outcome: readOneOf(fields.get('outcome'), OUTCOMES, 'met'),
        short: short === undefined ? null : readCount(short, 0),
        points: readPoints(fields.get('points')),
        qualified: readQualified(fields.get('qualified-in-window')),
      };
    });
  });
}

/** `record: reason`, or `{ reason, option, params }` in place of the word. */
function readReasons(cursor: Cursor | undefined, competency: Competency): readonly ExpectedReason[] {
  const options = new Set(competency.options.map(({ id }) => id ?? UNNAMED));
  return (cursor === undefined ? [] : entriesOf(cursor)).map(({ key: record, value }) => {
    const place = { record, cursor: value };
    if (!isMapping(value)) {
      return {
        ...place,
        reason: readOneOf(value, REASON_CODES, 'not-named'),
        option: null,
        params: undefined,
      };
    }
    const fields = fieldsOf(value, ['reason'], ['option', 'params']);
    const option = fields.get('option');
    const params = fields.get('params');
    return {
      ...place,
      reason: readOneOf(fields.get('reason'), REASON_CODES, 'not-named'),
      option:
        option === undefined
          ? null
          : readKnown(option, options, 'option', `competencies/${competency.id}.yaml`),
      params: params === undefined ? undefined : plainValueOf(params),
    };
  });
}
