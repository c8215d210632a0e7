/** Candidates as they stand in the address of the page. */
export interface CandidateDraft {
  readonly name: string;
  readonly skills: readonly string[];
}

export const MOST_CANDIDATES = 3;

function isCandidate(value: unknown): value is { name: string; skills: unknown[] } {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('skills' in value)) return false;
  return typeof value.name === 'string' && Array.isArray(value.skills);
}

/** What cannot be read is left out. */
export function readCandidates(text: string | undefined): readonly CandidateDraft[] {
  if (text === undefined) return [];
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(read)) return [];
  return read
    .filter(isCandidate)
    .slice(0, MOST_CANDIDATES)
    .map(({ name, skills }) => ({ name, skills: skills.filter((skill) => typeof skill === 'string') }));
}

export function printCandidates(candidates: readonly CandidateDraft[]): string | undefined {
  return candidates.length === 0 ? undefined : JSON.stringify(candidates);
}
