/** Everything that can be wrong in a programme's folder: its files, what they refer to, and its examples. */
import type { Competency, Programme } from '../domain/catalogue/catalogue.ts';
import type { CatalogueProblem } from './catalogue-problem.ts';
import { levelsWithoutRules } from './levels-without-rules.ts';
import { programmeOf } from './load-programme.ts';
import { type ProgrammeFiles, readProgrammeFiles } from './programme-files.ts';
import { type ExampleCase, readExampleFile, type Shows, UNNAMED } from './read-example-file.ts';
import { type Evaluate, runExample } from './run-example.ts';
import { type Cursor, openYaml, report } from './yaml-cursor.ts';

export interface ProgrammeCheck {
  /** `null` when the files do not make a programme; its examples are then not run. */
  readonly programme: Programme | null;
  readonly problems: readonly CatalogueProblem[];
  /** Sentences of the examples that were run, by competency. */
  readonly examples: ReadonlyMap<string, readonly string[]>;
}

export async function checkProgramme(folder: string, evaluate: Evaluate): Promise<ProgrammeCheck> {
  return checkFiles(await readProgrammeFiles(folder), evaluate);
}

/** The same of files that are at hand. */
export function checkFiles(all: ProgrammeFiles, evaluate: Evaluate): ProgrammeCheck {
  const { programme, problems: found } = programmeOf(all);
  const examples = new Map<string, readonly string[]>();
  if (programme === null) return { programme, problems: found, examples };
  const problems: CatalogueProblem[] = [...found, ...levelsWithoutRules(programme)];
  const folder = 'examples/';
  const files = [...all.texts.keys()].flatMap((path) =>
    path.startsWith(folder) ? [path.slice(folder.length)] : [],
  );
  const withRules = programme.competencies.filter(({ options }) => options.length > 0);
  for (const competency of withRules) {
    const file = `examples/${competency.id}.yaml`;
    if (!files.includes(`${competency.id}.yaml`)) {
      problems.push({ ...nowhereIn(file), message: 'missing; a competency with rules needs examples' });
      continue;
    }
    const root = openYaml(file, all.texts.get(file)!, problems);
    const cases = runExamples(root, competency, programme, evaluate);
    examples.set(competency.id, cases);
  }
  for (const name of files) {
    if (withRules.some(({ id }) => name === `${id}.yaml`)) continue;
    problems.push({
      ...nowhereIn(`examples/${name}`),
      message: 'belongs to no competency with rules; remove it',
    });
  }
  return { programme, problems, examples };
}

function nowhereIn(file: string): Pick<CatalogueProblem, 'file' | 'line' | 'column'> {
  return { file, line: null, column: null };
}

function runExamples(
  root: Cursor,
  competency: Competency,
  programme: Programme,
  evaluate: Evaluate,
): readonly string[] {
  const before = root.file.problems.length;
  const cases = readExampleFile(root, competency, programme);
  // A case that could not be read would only repeat its problems when run.
  if (root.file.problems.length > before) return [];
  reportGaps(root, competency, cases);
  for (const example of cases) runExample(example, competency.id, programme, evaluate);
  return cases.map(({ name }) => name);
}

/** Each competency shows a case that is met, one just short and one trap, and each level once met. */
function reportGaps(root: Cursor, competency: Competency, cases: readonly ExampleCase[]): void {
  const kinds: readonly Shows[] = ['met', 'one-short', 'trap'];
  for (const kind of kinds) {
    if (!cases.some(({ shows }) => shows === kind)) report(root, `no case shows \`${kind}\`; write one`);
  }
  const outcomes = cases.flatMap((example) => example.outcomes);
  for (const option of competency.options) {
    for (const { level } of option.levels) {
      const shown = outcomes.some(
        (expected) => expected.option === option.id && expected.level === level && expected.outcome === 'met',
      );
      if (!shown) report(root, `no case meets ${option.id ?? UNNAMED} ${level}; write one`);
    }
  }
  for (const example of cases) {
    const fits = {
      met: example.attained !== null,
      'one-short': example.outcomes.some(({ outcome, short }) => outcome === 'unmet' && (short ?? 0) <= 1),
      trap: true,
    };
    if (!fits[example.shows]) report(example.cursor, `“${example.name}” does not show \`${example.shows}\``);
  }
}
