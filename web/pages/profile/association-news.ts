import { ASSOCIATION_PROBLEMS } from '../../../src/contract/associations.ts';
import type { MessageId } from '../../messages/messages.ts';
import type { Translate } from '../../messages/use-text.ts';

const TOLD: Readonly<Record<string, MessageId>> = {
  'not-fresh': 'association.problem.not-fresh',
  cancelled: 'association.problem.cancelled',
  'proof-over': 'associate.over',
  'other-session': 'association.problem.other-session',
  // An address that somebody else began, or invented.
  'other-browser': 'association.problem.not-yours',
  'unknown-round': 'association.problem.not-yours',
  'round-over': 'association.problem.round-over',
  'provider-unreachable': 'association.problem.unreachable',
};

/** What the way to the provider and back came to, as the address of the page tells it. */
export function associationNews(
  t: Translate,
  problem: string | undefined,
  done: string | undefined,
): { readonly intent: 'error' | 'info' | 'success'; readonly text: string } | null {
  if (problem !== undefined && (ASSOCIATION_PROBLEMS as readonly string[]).includes(problem)) {
    const text = t(TOLD[problem] ?? 'association.problem.other', { code: problem });
    // Whoever turned back has done nothing wrong.
    return { intent: problem === 'cancelled' ? 'info' : 'error', text };
  }
  if (done === 'associated') return { intent: 'success', text: t('associate.done') };
  return done === 'dissociated' ? { intent: 'success', text: t('dissociate.done') } : null;
}
