import { DOMAIN_FORM } from '../../../src/contract/forms.ts';
import type { IdentityProviderView } from '../../../src/contract/identity-providers.ts';
import type { MessageId } from '../../messages/messages.ts';

/** A provider as the form holds one; empty texts are not given. */
export interface ProviderDraft {
  /** A provider of the company's own, or a directory at the provider of the installation. */
  readonly kind: 'own' | 'directory';
  readonly name: string;
  readonly issuer: string;
  readonly directoryTenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As typed, separated by commas, blanks or lines. */
  readonly domains: string;
  readonly justInTime: boolean;
}

export const EMPTY_DRAFT: ProviderDraft = {
  kind: 'own',
  name: '',
  issuer: '',
  directoryTenant: '',
  clientId: '',
  clientSecret: '',
  domains: '',
  justInTime: false,
};

const MOST_DOMAINS = 20;

export function draftOfProvider(provider: IdentityProviderView): ProviderDraft {
  return {
    kind: provider.issuer === null ? 'directory' : 'own',
    name: provider.name,
    issuer: provider.issuer ?? '',
    directoryTenant: provider.directoryTenant ?? '',
    clientId: provider.clientId ?? '',
    clientSecret: '',
    domains: provider.emailDomains.join(', '),
    justInTime: provider.justInTime,
  };
}

function domainsOf(draft: ProviderDraft): string[] {
  return [...new Set(draft.domains.toLowerCase().split(/[\s,;]+/))].filter((domain) => domain !== '');
}

export type DraftField = 'name' | 'issuer' | 'directoryTenant' | 'clientId' | 'domains';
/** What to say of a field, with the value that the words name. */
export type DraftProblems = Readonly<
  Partial<Record<DraftField, { readonly text: MessageId; readonly domain?: string }>>
>;

const MISSING = { text: 'people.missing' } as const;

function issuerProblem(issuer: string): DraftProblems {
  if (issuer.trim() === '') return { issuer: MISSING };
  const address = URL.canParse(issuer.trim()) ? new URL(issuer.trim()) : null;
  if (address === null || !/^https?:$/.test(address.protocol)) {
    return { issuer: { text: 'idp.issuer.bad' } };
  }
  return {};
}

/** What must be put right before the draft is sent; issuer, directory and client never change afterwards. */
export function providerDraftProblems(draft: ProviderDraft, isNew: boolean): DraftProblems {
  const domains = domainsOf(draft);
  const bad = domains.find((domain) => !DOMAIN_FORM.test(domain));
  const own = isNew && draft.kind === 'own';
  return {
    ...(draft.name.trim() === '' ? { name: MISSING } : {}),
    ...(own ? issuerProblem(draft.issuer) : {}),
    ...(own && draft.clientId.trim() === '' ? { clientId: MISSING } : {}),
    ...(isNew && !own && draft.directoryTenant.trim() === '' ? { directoryTenant: MISSING } : {}),
    ...(domains.length > MOST_DOMAINS ? { domains: { text: 'idp.domains.tooMany' as const } } : {}),
    ...(bad === undefined ? {} : { domains: { text: 'idp.domains.bad' as const, domain: bad } }),
  };
}

const given = (text: string) => (text.trim() === '' ? null : text.trim());

/** What is sent to add the provider. */
export function newProviderOf(draft: ProviderDraft) {
  const own = draft.kind === 'own';
  return {
    name: draft.name.trim(),
    issuer: own ? given(draft.issuer) : null,
    directoryTenant: given(draft.directoryTenant),
    clientId: own ? given(draft.clientId) : null,
    clientSecret: own && draft.clientSecret !== '' ? draft.clientSecret : null,
    emailDomains: domainsOf(draft),
    justInTime: draft.justInTime,
  };
}

/** What is sent to change the provider; a secret that was left empty stays as it is. */
export function providerChangeOf(draft: ProviderDraft) {
  return {
    name: draft.name.trim(),
    emailDomains: domainsOf(draft),
    justInTime: draft.justInTime,
    ...(draft.clientSecret === '' ? {} : { clientSecret: draft.clientSecret }),
  };
}
