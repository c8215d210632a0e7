/** The id of a partner, checked. The only way to speak for a tenant, and never given a default. */
export type PartnerId = string & { readonly __brand: 'PartnerId' };

const FORM = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** The id when it has the form of one, else `null`. It says nothing about whether such a partner exists. */
export function parsePartnerId(text: string): PartnerId | null {
  return FORM.test(text) ? (text as PartnerId) : null;
}

/** The reserved partner that is home to operators, support and their tokens. */
export const NETWORK_PARTNER = 'network' as PartnerId;
