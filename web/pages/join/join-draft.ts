import { EMAIL_FORM } from '../../../src/contract/forms.ts';
import { JOIN_TERMS, type JoinOwn } from '../../../src/contract/joining.ts';

/** What is typed of a company, as text. */
export interface CompanyDraft {
  readonly legalName: string;
  readonly country: string;
  readonly market: string;
  readonly mpnId: string;
}

export interface AdminDraft {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

export const NO_COMPANY: CompanyDraft = { legalName: '', country: '', market: '', mpnId: '' };
export const NO_ADMIN: AdminDraft = { firstName: '', lastName: '', email: '' };

export function isCompany({ legalName, country, market }: CompanyDraft): boolean {
  return legalName.trim() !== '' && country !== '' && market !== '';
}

export function isAdmin({ firstName, lastName, email }: AdminDraft): boolean {
  return firstName.trim() !== '' && lastName.trim() !== '' && EMAIL_FORM.test(email.trim());
}

/** The company as it is sent. */
export function companyOf({ legalName, country, market, mpnId }: CompanyDraft) {
  return {
    legalName: legalName.trim(),
    country,
    market: market === 'developing' ? ('developing' as const) : ('developed' as const),
    mpnId: mpnId.trim() === '' ? null : mpnId.trim(),
  };
}

export function joinOf(draft: CompanyDraft): JoinOwn {
  return { ...companyOf(draft), terms: JOIN_TERMS };
}
