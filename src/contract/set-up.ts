import { z } from 'zod';
import { LocaleSchema } from './common.ts';
import { COUNTRY_FORM, EMAIL_FORM, PARTNER_ID_FORM, SHORTEST_PASSWORD } from './forms.ts';

const EmailSchema = z.string().trim().max(320).regex(EMAIL_FORM).meta({ format: 'email' });
const NameSchema = z.string().trim().min(1).max(100);
const PersonSchema = z.strictObject({ email: EmailSchema, firstName: NameSchema, lastName: NameSchema });

/** What the set-up page sends: who operates the installation, its first company, and that company's global admin. */
export const SetUpRequestSchema = z.strictObject({
  token: z.string().max(200),
  locale: LocaleSchema,
  operator: PersonSchema.extend({ password: z.string().min(SHORTEST_PASSWORD).max(1024) }),
  company: z.strictObject({
    partnerId: z
      .string()
      .regex(PARTNER_ID_FORM)
      .refine((id) => id !== 'network')
      .meta({ format: 'partner-id', description: 'Lower-case letters, digits and hyphens' }),
    name: z.string().trim().min(1).max(200),
    country: z
      .string()
      .regex(COUNTRY_FORM)
      .meta({ format: 'country-code', description: 'A country code of ISO 3166' }),
    market: z.enum(['developed', 'developing']),
    mpnId: z.string().trim().min(1).max(40).nullable(),
  }),
  admin: PersonSchema,
});
export type SetUpRequest = z.input<typeof SetUpRequestSchema>;

/** The link by which the global admin signs in the first time; it is told this once. */
export const SetUpResponseSchema = z.object({
  admin: z.object({ email: z.string(), path: z.string(), expiresAt: z.string() }),
});
export type SetUpResponse = z.infer<typeof SetUpResponseSchema>;
