import { z } from 'zod';
import { LocaleSchema, LocalTextSchema, NamedThingSchema, RoleSchema } from './common.ts';
import { SHORTEST_PASSWORD } from './forms.ts';

export const SignInRequestSchema = z.strictObject({
  email: z.string().max(320),
  password: z.string().max(1024),
});

export const PartnerSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  mpnId: z.string().nullable(),
  country: z.string().nullable(),
  market: z.enum(['developed', 'developing']).nullable(),
  origin: z.enum(['native', 'pmc', 'moved']),
  movedFromPmcOn: z.string().nullable(),
  /** Takes part in a programme. */
  enrolled: z.boolean(),
  /** When it became part of another company, and the id of that one. */
  mergedAt: z.string().nullable().optional(),
  mergedInto: z.string().nullable().optional(),
});
export type PartnerSummary = z.infer<typeof PartnerSummarySchema>;

/** A programme about which the answers of a company may be asked (`?programme=`). */
export const PartnerProgrammeSchema = z.object({
  programme: z.string(),
  name: LocalTextSchema,
  version: z.string(),
  /** The track by which the company is judged where one is assigned. */
  track: NamedThingSchema.nullable(),
  /** `false` only of the programme that answers for a company that takes part in none. */
  enrolled: z.boolean(),
});
export type PartnerProgrammeView = z.infer<typeof PartnerProgrammeSchema>;

/** Who is signed in. `partner` is null for network users, who choose a partner. */
export const MeSchema = z.object({
  userId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  /** Null until the person or the company has chosen; the language of the browser then stays. */
  locale: LocaleSchema.nullable(),
  roles: z.array(RoleSchema),
  abilities: z.array(z.string()),
  partner: PartnerSummarySchema.nullable(),
  /** Signed in with a temporary password: nothing else is answered before another one is chosen. */
  passwordChangeRequired: z.boolean(),
  /** Sent back in the `x-csrf-token` header of every write from a browser. */
  csrfToken: z.string(),
  demo: z.boolean(),
  /** Mails are captured here to be read, as in a demo. */
  outbox: z.boolean(),
  today: z.string(),
});
export type Me = z.infer<typeof MeSchema>;

export const UpdateMeRequestSchema = z.strictObject({ locale: LocaleSchema });

/** Setting a password by a one-time link (set-up, first sign-in). */
export const RedeemLinkRequestSchema = z.strictObject({
  token: z.string().max(200),
  password: z.string().min(SHORTEST_PASSWORD).max(1024),
});

/** `current` may be absent while the choice is required. */
export const ChangePasswordRequestSchema = z.strictObject({
  current: z.string().max(1024).optional(),
  password: z.string().min(SHORTEST_PASSWORD).max(1024),
});

export const AskPasswordResetRequestSchema = z.strictObject({ email: z.string().max(320) });

export const SignInSettingsSchema = z.object({
  /** People may ask for a new password by themselves. */
  selfServiceReset: z.boolean(),
  /** Whether this installation can send mails at all. */
  mailServer: z.boolean(),
});
export type SignInSettings = z.infer<typeof SignInSettingsSchema>;

export const UpdateSignInSettingsRequestSchema = z.strictObject({ selfServiceReset: z.boolean().optional() });
