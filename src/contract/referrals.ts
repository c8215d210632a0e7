import { z } from 'zod';
import { REFERRAL_STATES } from '../domain/referrals/referral-states.ts';
import { LocaleSchema, LocalTextSchema } from './common.ts';
import { EMAIL_FORM, PERSON_NAME_FORM } from './forms.ts';
import { pageSchema } from './list-query.ts';

const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((text) => (text === undefined || text === '' ? null : text));

/** What the form on a published profile sends. `fax` is a field that people do not see. */
export const EnquirySchema = z.strictObject({
  name: z.string().trim().min(1).max(120).regex(PERSON_NAME_FORM),
  email: z.string().trim().max(254).regex(EMAIL_FORM).meta({ format: 'email' }),
  company: optionalText(160),
  phone: optionalText(40),
  competency: optionalText(160),
  message: z.string().trim().min(10).max(4_000),
  fax: z.string().max(500).default(''),
  token: z.string().max(500),
  locale: LocaleSchema,
});

const ReferralStateSchema = z.enum(REFERRAL_STATES);

export const ReferralSchema = z.object({
  referralId: z.string(),
  state: ReferralStateSchema,
  /** What may be done with it now. */
  nextStates: z.array(ReferralStateSchema),
  senderName: z.string().nullable(),
  senderEmail: z.string().nullable(),
  senderPhone: z.string().nullable(),
  senderCompany: z.string().nullable(),
  message: z.string().nullable(),
  competency: z.object({ id: z.string(), name: LocalTextSchema }).nullable(),
  locale: LocaleSchema,
  /** Why it was put with the spam when it came. */
  suspicion: z.string().nullable(),
  receivedAt: z.string(),
  changedAt: z.string(),
  /** When the personal data in it are deleted, as it stands now; when that has happened, when it did. */
  erasedOn: z.string(),
  erased: z.boolean(),
});
export type ReferralView = z.infer<typeof ReferralSchema>;

export const ReferralDetailSchema = ReferralSchema.extend({
  events: z.array(
    z.object({
      at: z.string(),
      /** Who did it, by name; `null` for a program, or somebody who was deleted. */
      by: z.string().nullable(),
      state: ReferralStateSchema.nullable(),
      note: z.string().nullable(),
    }),
  ),
});
export type ReferralDetail = z.infer<typeof ReferralDetailSchema>;

export const ReferralListSchema = z.object({
  value: z.array(ReferralSchema),
  nextLink: z.string().nullable().optional(),
  count: z.number(),
  counts: z.record(ReferralStateSchema, z.number()),
});
export type ReferralList = z.infer<typeof ReferralListSchema>;

/** Without a state: all but spam. */
export const ReferralsQuerySchema = z.strictObject({
  state: ReferralStateSchema.optional(),
  search: z.string().trim().max(200).optional(),
  format: z.enum(['json', 'csv', 'tsv', 'xlsx']).optional(),
  lang: LocaleSchema.optional(),
  ...pageSchema(200),
});
export type ReferralsQuery = z.output<typeof ReferralsQuerySchema>;

export const ChangeReferralSchema = z.strictObject({ state: ReferralStateSchema });
export const ReferralNoteSchema = z.strictObject({ note: z.string().trim().min(1).max(4_000) });
