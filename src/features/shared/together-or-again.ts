import { HttpProblem } from '../../http/problem.ts';
import { againWhenEnded } from '../../store/ended-by-server.ts';

/**
 * An association, or the end of an account, concerns a person, an account and two companies, which are locked one after
 * the other: of people who cross one another the database may end one. That one is done again, and whoever asked hears
 * nothing of it. `transact` must not have done anything outside its transaction.
 */
export async function togetherOrAgain<T>(transact: () => Promise<T>): Promise<T> {
  const result = await againWhenEnded(transact);
  if (result.kind === 'done') return result.value;
  throw new HttpProblem(503, 'busy', 'Too many changes of the same things at once; nothing was changed.', {
    detail: 'Try again in a moment.',
  });
}
