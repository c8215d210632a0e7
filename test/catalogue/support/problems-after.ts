import { formatProblem } from '../../../src/catalogue/catalogue-problem.ts';
import { checkProgramme } from '../../../src/catalogue/check-programme.ts';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import { writeSmallProgramme } from './small-programme.ts';

/** What the checker says once `find` is replaced by `put` in one file of the small programme. */
export async function problemsAfter(file: string, find: string, put: string): Promise<readonly string[]> {
  const folder = await writeSmallProgramme([{ file, find, put }]);
  const { problems } = await checkProgramme(folder, evaluate);
  return problems.map(formatProblem);
}
