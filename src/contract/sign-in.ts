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
export type WorkAccountProblem =
  | 'unknown-round'
  | 'other-browser'
  | 'other-session'
  | 'round-over'
  | 'cancelled'
  | 'provider-refused'
  | 'answer-not-valid'
  | 'provider-unreachable'
  | 'personal-account'
  | 'other-directory'
  | 'not-invited'
  | 'email-taken'
  | 'email-not-verified'
  | 'account-closed'
  | 'account-taken'
  | 'link-not-valid'
  | 'other-account'
  | 'not-fresh';

/** A code of the authenticator app, or a recovery code. */
export const SecondStepRequestSchema = z.strictObject({ code: z.string().min(1).max(60) });

/** Options and answers of passkeys are the browser's own format; what matters of them is judged by its library. */
const PasskeyOptionsSchema = z.looseObject({ challenge: z.string() });
export const PasskeySignInOptionsSchema = PasskeyOptionsSchema;
export const NewPasskeyOptionsSchema = PasskeyOptionsSchema;
const PasskeyAnswerSchema = z.looseObject({
  id: z.string().max(2_000),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
});
export const PasskeyAnswerRequestSchema = z.strictObject({ answer: PasskeyAnswerSchema });
export const NewPasskeyRequestSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  answer: PasskeyAnswerSchema,
});

const SESSION_METHODS = ['password', 'password-and-code', 'passkey', 'work-account', 'link'] as const;

/** The ways into the own account, and where it is open. */
export const SecuritySchema = z.object({
  /** Whether the person has proved within ten minutes who he or she is: changes ask for it. */
  fresh: z.boolean(),
  password: z.boolean(),
  authenticator: z.object({ since: z.string(), recoveryCodesLeft: z.number().int() }).nullable(),
  passkeys: z.array(
    z.object({
      passkeyId: z.string(),
      name: z.string(),
      createdAt: z.string(),
      lastUsedAt: z.string().nullable(),
    }),
  ),
  workAccounts: z.array(
    z.object({
      identityId: z.string(),
      name: z.string().nullable(),
      provider: z.string(),
      linkedAt: z.string(),
      lastUsedAt: z.string().nullable(),
    }),
  ),
  /** Where a work account could be linked, or shown again. */
  providers: z.array(z.object({ provider: z.string(), name: z.string() })),
  sessions: z.array(
    z.object({
      sessionId: z.string(),
      current: z.boolean(),
      method: z.enum(SESSION_METHODS),
      userAgent: z.string().nullable(),
      address: z.string().nullable(),
      createdAt: z.string(),
      lastSeenAt: z.string(),
    }),
  ),
});
export type Security = z.infer<typeof SecuritySchema>;

/** Proving anew who one is: the password, with a code where an authenticator app is used. */
export const ConfirmRequestSchema = z.strictObject({
  password: z.string().max(1024),
  code: z.string().max(60).optional(),
});
export const ShowWorkAccountRequestSchema = z.strictObject({
  provider: z.string().max(100),
  returnTo: z.string().max(2_000).optional(),
});

export const NewAuthenticatorSchema = z.object({ key: z.string(), address: z.string() });
export type NewAuthenticator = z.infer<typeof NewAuthenticatorSchema>;
export const ConfirmAuthenticatorRequestSchema = z.strictObject({ code: z.string().min(1).max(20) });
/** Shown once. */
export const RecoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodesSchema>;
export const EndedSessionsSchema = z.object({ ended: z.number().int() });

/** What an identity provider adds to the address to which it sends a browser back; others may come with it. */
export const RoundAnswerQuerySchema = z.looseObject({
  state: z.string().optional(),
  code: z.string().optional(),
  error: z.string().optional(),
});
