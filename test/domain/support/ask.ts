/** given(facts).asOf(day): the explained answer of a programme, or a failure of the test when facts are refused. */
import type { Programme } from '../../../src/domain/catalogue/catalogue.ts';
import { evaluate, isFailure } from '../../../src/domain/evaluation/evaluate.ts';
import type {
  EvaluationResult,
  NotCounted,
  OptionResult,
} from '../../../src/domain/evaluation/evaluation-result.ts';
import type { FactsDocument, FactsPerson, FactsRecord } from '../../../src/domain/facts/facts-document.ts';

export interface Question {
  readonly asOf: string;
  readonly knownAt?: string;
  readonly explain?: boolean;
  readonly competency?: string;
  readonly level?: string;
}

export function ask(programme: Programme, facts: FactsDocument, question: Question): EvaluationResult {
  const { asOf, knownAt = null, explain = true, competency = null, level = null } = question;
  const answer = evaluate(facts, programme, { validAt: asOf, knownAt }, { explain, competency, level });
  if (isFailure(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
}

/** The only entry of a programme with one option and one level. */
export function askOnly(programme: Programme, facts: FactsDocument, asOf: string): OptionResult {
  const { competencies } = ask(programme, facts, { asOf });
  if (competencies.length !== 1) throw new Error(`${competencies.length} entries`);
  return competencies[0]!;
}

export function reasonFor(
  programme: Programme,
  facts: FactsDocument,
  asOf: string,
  record: string,
): NotCounted | null {
  return ask(programme, facts, { asOf }).notCounted!.find((entry) => entry.record === record) ?? null;
}

export function facts(people: readonly FactsPerson[], more: Partial<FactsDocument> = {}): FactsDocument {
  return { partner: { id: 'contoso', market: 'developed' }, people, ...more };
}

/** A person who achieved the skills long ago; records are `<person>-<n>`. */
export function person(id: string, skills: readonly string[], more: Partial<FactsPerson> = {}): FactsPerson {
  const records = skills.map((held, index) => record(`${id}-${index + 1}`, held));
  return { id, records, ...more };
}

export function record(id: string, held: string, more: Partial<FactsRecord> = {}): FactsRecord {
  return { id, skill: held, achievedOn: '2017-01-10', ...more };
}
