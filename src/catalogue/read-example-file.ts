/** `examples/<slug>.yaml`: cases in sentences, each with facts, a day and what must come out. */
import type { Competency, Programme } from '../domain/catalogue/catalogue.ts';
import { type Outcome, REASON_CODES, type ReasonCode } from '../domain/evaluation/evaluation-result.ts';
import type { FactsDocument } from '../domain/facts/facts-document.ts';
import { formatDay } from '../domain/time/day.ts';
import { expandFacts } from './example-facts.ts';
import { type Cursor, entriesOf, fieldsOf, isMapping, itemsOf, plainValueOf, report } from './yaml-cursor.ts';
import { readCount, readDay, readKnown, readOneOf, readText, readTexts } from './yaml-values.ts';

const SHOWS = ['met', 'one-short', 'trap'] as const;

export type Shows = (typeof SHOWS)[number];

export interface ExpectedOutcome {
  readonly option: string;
  readonly level: string;
  readonly outcome: Outcome;
  /** People missing; `null` when the case does not say. */
  readonly short: number | null;
  readonly cursor: Cursor;
}

export interface ExpectedReason {
  readonly record: string;
  readonly reason: ReasonCode;
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

/** `option: { level: met }`, or `{ outcome: unmet, short: 1 }` in place of the word. */
function readOutcomes(cursor: Cursor | undefined, competency: Competency): readonly ExpectedOutcome[] {
  if (cursor === undefined) return [];
  return entriesOf(cursor).flatMap(({ key: option, keyCursor, value }) => {
    const levels = competency.options.find(({ id }) => id === option)?.levels;
    if (levels === undefined) report(keyCursor, `\`${competency.id}\` has no option \`${option}\``);
    return entriesOf(value).map((entry): ExpectedOutcome => {
      if (levels !== undefined && !levels.some(({ level }) => level === entry.key)) {
        report(entry.keyCursor, `option \`${option}\` has no level \`${entry.key}\``);
      }
      const place = { option, level: entry.key, cursor: entry.value };
      if (!isMapping(entry.value)) {
        const outcome = readOneOf(entry.value, OUTCOMES, 'met');
        return { ...place, outcome, short: outcome === 'met' ? 0 : null };
      }
      const fields = fieldsOf(entry.value, ['outcome', 'short']);
      const outcome = readOneOf(fields.get('outcome'), OUTCOMES, 'met');
      return { ...place, outcome, short: readCount(fields.get('short'), 0) };
    });
  });
}

/** `record: reason`, or `{ reason, option, params }` in place of the word. */
function readReasons(cursor: Cursor | undefined, competency: Competency): readonly ExpectedReason[] {
  const options = new Set(competency.options.map(({ id }) => id));
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
