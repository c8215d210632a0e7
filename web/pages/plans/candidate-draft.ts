/** Candidates as they stand in the address of the page. */
import { listedInAddress } from './listed-in-address.ts';

export interface CandidateDraft {
  readonly name: string;
  readonly skills: readonly string[];
}

export const MOST_CANDIDATES = 3;

function isCandidate(value: object): value is { name: string; skills: unknown[] } {
  return (
    'name' in value && 'skills' in value && typeof value.name === 'string' && Array.isArray(value.skills)
  );
}

export function readCandidates(text: string | undefined): readonly CandidateDraft[] {
  return listedInAddress(text, MOST_CANDIDATES, isCandidate).map(({ name, skills }) => ({
    name,
    skills: skills.filter((skill) => typeof skill === 'string'),
  }));
}
