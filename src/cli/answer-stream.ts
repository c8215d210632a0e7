/** Answers facts as they arrive and writes each answer before the next document is read. */
import type { Readable, Writable } from 'node:stream';
import type { FactsDocument } from '../domain/facts/facts-document.ts';
import type { InvalidFacts } from '../domain/facts/facts-problem.ts';
import { describeFactsProblem } from './describe-facts-problem.ts';
import { type FactsInput, visitFactsDocuments } from './facts-documents.ts';
import { lineOfOffset, locateInJson } from './json-location.ts';
import { ResultWriter } from './result-writer.ts';
import { LineTooLong, textLines } from './text-lines.ts';

type Document = Extract<FactsInput, { kind: 'document' }>;

type Layout = Document['layout'];

/** The answer to one document as text, in the layout of the document. */
export type AnswerFacts = (facts: FactsDocument, layout: Layout) => string | InvalidFacts;

/** A document of several lines is answered in several lines; one on a line is answered on a line. */
export function inLayout(answer: object, layout: Layout): string {
  return layout === 'line' ? JSON.stringify(answer) : JSON.stringify(answer, null, 2);
}

function describe(document: Document, problem: InvalidFacts): string {
  const within = lineOfOffset(document.text, locateInJson(document.text, problem.path)) - 1;
  return `line ${document.line + within}: ${describeFactsProblem(problem)}`;
}

function describeReadError(error: NodeJS.ErrnoException): string | null {
  if (error instanceof LineTooLong) return 'a line is longer than 512 MB';
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
export async function answerStream(
  input: Readable,
  output: Writable,
  answer: AnswerFacts,
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
    // What the parser gives is unchecked: checking it is the first act of whoever answers.
    const text = answer(input.value as FactsDocument, input.layout);
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
