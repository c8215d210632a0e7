import type { BegunRound } from '../../contract/sign-in.ts';
import { notFound } from '../../http/problem.ts';
import { safeReturnPath } from '../../http/return-path.ts';
import type { Answer } from '../../http/route.ts';
import type { OwnSession } from '../shared/fresh-sign-in.ts';
import { LEARNING } from '../shared/oidc/oidc-client.ts';
import type { Services } from '../shared/services.ts';
import { callbackPath, providerUnreachable } from './work-account-addresses.ts';

/** Sends somebody who is signed in to a provider: to link the account shown there, or to prove who he or she is. */
export async function showWorkAccount(
  { oidc }: Services,
  own: OwnSession,
  order: {
    readonly provider: string;
    readonly purpose: 'link' | 'step-up';
    readonly returnTo?: string | undefined;
  },
): Promise<Answer<BegunRound>> {
  const client = order.provider === LEARNING ? null : await oidc.client(order.provider);
  if (client === null) throw notFound('unknown-provider', 'There is no such identity provider.');
  const begun = await oidc.begin({
    client,
    purpose: order.purpose,
    callbackPath: callbackPath(client.key),
    begunBy: own,
    // A proof must be given now: a sign-in that the provider remembers is none.
    prompt: order.purpose === 'link' ? 'select_account' : 'login',
    details: order.returnTo === undefined ? {} : { returnTo: safeReturnPath(order.returnTo) },
  });
  if (begun.kind === 'provider-unreachable') throw providerUnreachable();
  return {
    kind: 'json',
    status: 200,
    body: { address: begun.address },
    headers: { 'set-cookie': begun.cookie },
  };
}
