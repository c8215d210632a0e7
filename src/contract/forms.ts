export { REFERRAL_STATES, type ReferralState } from '../domain/referrals/referral-states.ts';
export { PERSON_NAME_FORM } from '../domain/text/person-name.ts';

/** Forms of what people type, checked alike on the page, at the server and on the command line. */
export const EMAIL_FORM = /^[^\s@\p{Cc}\p{Cs}\p{Bidi_C}]+@[^\s@\p{Cc}\p{Cs}\p{Bidi_C}]+$/u;
/** A mail domain in small letters. */
export const DOMAIN_FORM = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
export const PARTNER_ID_FORM = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
export const COUNTRY_FORM = /^[A-Z]{2}$/;
export const SHORTEST_PASSWORD = 12;
/** The last part of the address of a business profile. */
export const PROFILE_SLUG_FORM = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;
export const LONGEST_HEADLINE = 160;
export const LONGEST_DESCRIPTION = 5_000;
