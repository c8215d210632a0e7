/** Something wrong in a programme's files, said so that the person who edits them can repair it. */
export interface CatalogueProblem {
  /** Path inside the programme's folder: `competencies/devops.yaml`. */
  readonly file: string;
  /** Both from 1; `null` when the problem is the absence of a file. */
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
}

export function formatProblem({ file, line, column, message }: CatalogueProblem): string {
  return line === null ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`;
}

/** The files of a programme cannot be used; every problem is listed, not only the first. */
export class CatalogueError extends Error {
  readonly kind = 'catalogue-invalid';
  readonly problems: readonly CatalogueProblem[];

  constructor(folder: string, problems: readonly CatalogueProblem[]) {
    super(`${folder} is not a usable programme:\n${problems.map(formatProblem).join('\n')}`);
    this.name = 'CatalogueError';
    this.problems = problems;
  }
}
