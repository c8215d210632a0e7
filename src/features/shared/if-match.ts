import { createHash } from 'node:crypto';
import { HttpProblem } from '../../http/problem.ts';

/** Names the state of a thing: changes whenever what is given changes. */
export function stateTag(state: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 27)}"`;
}

/** Refuses a change of something that has changed since the caller read it. Without `If-Match` nothing is asked. */
export function checkIfMatch(header: string | undefined, present: string): void {
  if (header === undefined) return;
  const tags = header.split(',').map((tag) => tag.trim());
  if (tags.includes('*') || tags.includes(present)) return;
  throw new HttpProblem(412, 'changed-meanwhile', 'This has changed since it was read.', {
    detail: 'Read it again, and decide anew.',
  });
}
