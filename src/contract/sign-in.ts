import { z } from 'zod';

/** The ways in that the sign-in page offers besides the password. */
export const SignInProvidersQuerySchema = z.strictObject({ email: z.string().max(320).optional() });
export const SignInProvidersSchema = z.object({
  value: z.array(z.object({ provider: z.string(), name: z.string() })),
});
export type SignInProviders = z.infer<typeof SignInProvidersSchema>;

export const WorkAccountRequestSchema = z.strictObject({
  provider: z.string().max(100),
  /** Where to go afterwards: a path of this server. */
  returnTo: z.string().max(2_000).optional(),
  /** The one-time link by which somebody signs in the first time. */
  link: z.string().max(200).optional(),
  email: z.string().max(320).optional(),
});

/** Where the browser goes next: to the identity provider. */
export const BegunRoundSchema = z.object({ address: z.string() });
export type BegunRound = z.infer<typeof BegunRoundSchema>;

/** Why signing in with a work account came to nothing; `?problem=` of the page that says so. */
export const WORK_ACCOUNT_PROBLEMS = [
  'unknown-round',
  'other-browser',
  'other-session',
  'round-over',
  'cancelled',
  'provider-refused',
  'answer-not-valid',
  'provider-unreachable',
  'personal-account',
  'other-directory',
  'not-invited',
  'email-taken',
  'email-not-verified',
  'account-closed',
  'account-taken',
  'link-not-valid',
  'other-account',
  'not-fresh',
] as const;
export type WorkAccountProblem = (typeof WORK_ACCOUNT_PROBLEMS)[number];

/** A code of the authenticator app, or a recovery code. */
export const SecondStepRequestSchema = z.strictObject({ code: z.string().min(1).max(60) });
