/** What an operator may ask of invented trails, by how many entries each condition has, and whether they ever meet. */
import { LARGEST_COMPANY, SELDOM_DONE, tokenOfSource, userOf } from './audit-in-database.ts';

export interface AuditQuestion {
  readonly what: string;
  /** Parameters of the page. */
  readonly asked: Readonly<Record<string, string>>;
}

const SMALL_COMPANY = 'company-900';
const SOURCE = 'source:provider-0';
const MONTH = { from: '2023-03-01', until: '2023-03-31' };
const operator = userOf('network', 0);
const employee = userOf(LARGEST_COMPANY, 0);
const colleague = userOf(LARGEST_COMPANY, 1);

export const AUDIT_QUESTIONS: readonly AuditQuestion[] = [
  { what: 'nothing', asked: {} },
  { what: 'a month', asked: MONTH },
  { what: 'a day', asked: { from: '2022-01-05', until: '2022-01-05' } },
  { what: 'the company with most', asked: { company: 'network' } },
  { what: 'a small company', asked: { company: SMALL_COMPANY } },
  { what: 'a large company, a month', asked: { company: LARGEST_COMPANY, ...MONTH } },
  { what: 'a program', asked: { actor: 'system:mail' } },
  { what: 'a token with many', asked: { actor: tokenOfSource(0) } },
  { what: 'an operator', asked: { actor: operator } },
  { what: 'a person, by e-mail', asked: { actor: `p0@${SMALL_COMPANY}.example` } },
  { what: 'a person with many, a month', asked: { actor: employee, ...MONTH } },
  { what: 'an actor without any', asked: { actor: 'system:nobody' } },
  { what: 'an e-mail that nobody has', asked: { actor: 'nobody@company-0.example' } },
  { what: 'a subject with many', asked: { subject: SOURCE } },
  { what: 'a person as the subject', asked: { subject: employee } },
  { what: 'an event that is frequent', asked: { action: 'records.received' } },
  { what: 'an event that is rare', asked: { action: SELDOM_DONE } },
  { what: 'an event that never was', asked: { action: 'plan.deleted' } },
  { what: 'a token and what it never does', asked: { actor: tokenOfSource(0), action: 'sign-in' } },
  { what: 'a program and what it always does', asked: { actor: 'system:mail', action: 'mail.sent' } },
  { what: 'an operator and what is frequent', asked: { actor: operator, action: 'sign-in' } },
  { what: 'an operator and what is rare', asked: { actor: operator, action: SELDOM_DONE } },
  { what: 'a large company and what is frequent', asked: { company: LARGEST_COMPANY, action: 'sign-in' } },
  { what: 'a large company and what is rare', asked: { company: LARGEST_COMPANY, action: SELDOM_DONE } },
  {
    what: 'a company and what it never does',
    asked: { company: LARGEST_COMPANY, action: 'records.received' },
  },
  { what: 'a large company and a program', asked: { company: LARGEST_COMPANY, actor: 'system:mail' } },
  { what: 'a large company and an operator', asked: { company: LARGEST_COMPANY, actor: operator } },
  { what: 'a small company and an operator', asked: { company: SMALL_COMPANY, actor: operator } },
  { what: 'a small company and a program', asked: { company: SMALL_COMPANY, actor: 'system:mail' } },
  {
    what: 'a company and a token of elsewhere',
    asked: { company: LARGEST_COMPANY, actor: tokenOfSource(0) },
  },
  { what: 'a company and a subject of elsewhere', asked: { company: LARGEST_COMPANY, subject: SOURCE } },
  { what: 'the company with most and a subject with many', asked: { company: 'network', subject: SOURCE } },
  { what: 'a subject with many and its token', asked: { subject: SOURCE, actor: tokenOfSource(0) } },
  {
    what: 'a subject with many and the token of another',
    asked: { subject: SOURCE, actor: tokenOfSource(1) },
  },
  { what: 'a subject with many and an operator', asked: { subject: SOURCE, actor: operator } },
  { what: 'a person and a colleague', asked: { subject: employee, actor: colleague } },
  {
    what: 'a company, an operator, an event',
    asked: { company: LARGEST_COMPANY, actor: operator, action: 'sign-in' },
  },
  {
    what: 'everything at once',
    asked: { company: LARGEST_COMPANY, actor: colleague, subject: employee, action: 'sign-in', ...MONTH },
  },
];
