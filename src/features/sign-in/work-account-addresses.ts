import { HttpProblem } from '../../http/problem.ts';

/** Where the provider of this key sends browsers back. */
export function callbackPath(key: string): string {
  return `/oidc/callback/${key}`;
}

export function providerUnreachable(): HttpProblem {
  return new HttpProblem(502, 'provider-unreachable', 'The identity provider does not answer.');
}
