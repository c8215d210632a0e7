import type { LearningProvider } from '../../contract/associations.ts';
import type { BegunRound } from '../../contract/sign-in.ts';
import { conflict, HttpProblem } from '../../http/problem.ts';
import type { Answer } from '../../http/route.ts';
import type { OwnSession } from '../shared/fresh-sign-in.ts';
import type { Services } from '../shared/services.ts';

/** Where the provider of learning accounts sends browsers back. */
export const LEARNING_CALLBACK = '/oidc/callback/learning';

/** What a round is for: an account to associate, or the proof that a transcript is the person's. */
export type RoundDetails =
  | { readonly providers: readonly LearningProvider[] }
  | { readonly transcriptProofId: string };

/** Sends a person to the provider of learning accounts, who is asked which account it is: never a remembered one. */
export async function beginAssociation(
  { oidc }: Services,
  own: OwnSession,
  details: RoundDetails,
): Promise<Answer<BegunRound>> {
  const { learning } = oidc.providers();
  if (learning === null) {
    throw conflict('no-learning-provider', 'Signing in to learning accounts is not set up here.', {
      detail: 'Use the share link of your transcript, or ask whoever runs this installation.',
    });
  }
  const begun = await oidc.begin({
    client: learning,
    purpose: 'associate',
    callbackPath: LEARNING_CALLBACK,
    begunBy: own,
    prompt: 'select_account',
    details: { ...details },
  });
  if (begun.kind === 'provider-unreachable') {
    throw new HttpProblem(502, 'provider-unreachable', 'The provider of learning accounts does not answer.');
  }
  return {
    kind: 'json',
    status: 200,
    body: { address: begun.address },
    headers: { 'set-cookie': begun.cookie },
  };
}
