/** Evaluates facts as they arrive and writes each result before the next document is read. */
import type { Readable, Writable } from 'node:stream';
import type { Evaluator } from '../domain/evaluation/evaluator.ts';
import type { FactsDocument } from '../domain/facts/facts-document.ts';
import type { InvalidFacts } from '../domain/facts/facts-problem.ts';
import { describeFactsProblem } from './describe-facts-problem.ts';
import { type FactsInput, visitFactsDocuments } from './facts-documents.ts';
import { lineOfOffset, locateInJson } from './json-location.ts';
import { ResultWriter } from './result-writer.ts';
import { textLines } from './text-lines.ts';

type Document = Extract<FactsInput, { kind: 'document' }>;

/** A document of several lines is answered in several lines; one on a line is answered on a line. */
function answer({ value, layout }: Document, evaluator: Evaluator, explain: boolean): string | InvalidFacts {
  // What the parser gives is unchecked: the evaluator's first act is to check it.
  const facts = value as FactsDocument;
  if (!explain && layout === 'line') return evaluator.evaluateToText(facts);
  const result = explain ? evaluator.explain(facts) : evaluator.evaluate(facts);
  if ('kind' in result && result.kind === 'invalid-facts') return result;
  const plain = 'kind' in result ? result.result : result;
  return layout === 'line' ? JSON.stringify(plain) : JSON.stringify(plain, null, 2);
}

function describe(document: Document, problem: InvalidFacts): string {
  const within = lineOfOffset(document.text, locateInJson(document.text, problem.path)) - 1;
  return `line ${document.line + within}: ${describeFactsProblem(problem)}`;
}

function describeReadError(error: NodeJS.ErrnoException): string | null {
  switch (error.code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'is a folder, not a file';
    case 'EACCES':
      return 'may not be read';
    default:
      return null;
  }
}

/** @returns what is wrong with the input, in one line; results of the documents before it have been written. */
export async function evaluateStream(
  input: Readable,
  output: Writable,
  evaluator: Evaluator,
  explain: boolean,
): Promise<string | null> {
  const writer = new ResultWriter(output);
  let problem: string | null = null;
  let documents = 0;
  async function visit(input: FactsInput): Promise<boolean> {
    documents++;
    if (input.kind === 'broken') {
      problem = `line ${input.line} ${input.problem}`;
      return false;
    }
    const text = answer(input, evaluator, explain);
    if (typeof text !== 'string') {
      problem = describe(input, text);
      return false;
    }
    await writer.write(`${text}\n`);
    return !writer.closed;
  }

  try {
    await visitFactsDocuments(textLines(input), visit);
  } catch (error) {
    problem = describeReadError(error as NodeJS.ErrnoException);
    if (problem === null) throw error;
  }
  await writer.end();
  return problem ?? (documents === 0 ? 'line 1: there is no facts document in it' : null);
}
