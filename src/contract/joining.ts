import { z } from 'zod';
import { LocaleSchema, NamedThingSchema } from './common.ts';
import { COUNTRY_FORM, EMAIL_FORM } from './forms.ts';
import { pageSchema } from './list-query.ts';

/** Version of the terms on the page of joining; another text is another version. */
export const JOIN_TERMS = '2026-11';
export const SHORTEST_REFUSAL = 3;

const CountrySchema = z
  .string()
  .regex(COUNTRY_FORM)
  .meta({ format: 'country-code', description: 'A country code of ISO 3166' });
const CompanySchema = z.strictObject({
  legalName: z.string().trim().min(1).max(200),
  country: CountrySchema,
  market: z.enum(['developed', 'developing']),
  mpnId: z.string().trim().min(1).max(40).nullable(),
  /** The version of the terms that the reader has accepted. */
  terms: z.literal(JOIN_TERMS),
});
const AdminSchema = z.strictObject({
  email: z.string().trim().max(320).regex(EMAIL_FORM).meta({ format: 'email' }),
  firstName: z.string().trim().min(1).max(100),
  lastName: z.string().trim().min(1).max(100),
});

/** A company that is not here yet, with its first global admin. */
export const JoinNewSchema = CompanySchema.extend({ admin: AdminSchema, locale: LocaleSchema });
export type JoinNew = z.input<typeof JoinNewSchema>;

/** A company that is here and takes no part. */
export const JoinOwnSchema = CompanySchema;
export type JoinOwn = z.input<typeof JoinOwnSchema>;

/** Of a company that is not here yet nothing is told beyond that it was received: anybody may ask. */
export const JoinReceivedSchema = z.object({ received: z.literal(true) });

export const JoinStandingSchema = z.object({
  enrolled: z.boolean(),
  /** The latest request; null when the company has never asked. */
  request: z
    .object({
      requestId: z.string(),
      askedAt: z.string(),
      state: z.enum(['waiting', 'approved', 'refused']),
      decidedAt: z.string().nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
});
export type JoinStanding = z.infer<typeof JoinStandingSchema>;

const JOIN_STATES = ['waiting', 'approved', 'refused'] as const;

export const JoinRequestsQuerySchema = z.strictObject({
  state: z.enum(JOIN_STATES).optional(),
  ...pageSchema(500),
});

export const JoinRequestSchema = z.object({
  requestId: z.string(),
  /** Null of a company that is not here yet. */
  partnerId: z.string().nullable(),
  programme: z.string(),
  legalName: z.string(),
  country: z.string(),
  market: z.enum(['developed', 'developing']),
  mpnId: z.string().nullable(),
  admin: z.object({ email: z.string(), firstName: z.string(), lastName: z.string() }).nullable(),
  terms: z.string(),
  askedAt: z.string(),
  state: z.enum(JOIN_STATES),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  /** The company that was made or enrolled. */
  company: z.string().nullable(),
});
export type JoinRequestView = z.infer<typeof JoinRequestSchema>;

export const JoinRequestsSchema = z.object({
  value: z.array(JoinRequestSchema),
  nextLink: z.string().nullable().optional(),
});
export type JoinRequests = z.infer<typeof JoinRequestsSchema>;

export const RefuseJoinSchema = z.strictObject({ reason: z.string().trim().min(SHORTEST_REFUSAL).max(500) });

/** What opened a company: its id, and how its first global admin signs in. */
export const OpenedCompanySchema = z.object({
  partnerId: z.string(),
  /** Null of a company that was here. The temporary password is told this once, where no mail could be sent. */
  firstSignIn: z
    .object({ email: z.string(), mailed: z.boolean(), temporaryPassword: z.string().nullable() })
    .nullable(),
});
export type OpenedCompany = z.infer<typeof OpenedCompanySchema>;

export const JoinPolicySchema = z.strictObject({ atOnce: z.boolean() });
export type JoinPolicy = z.infer<typeof JoinPolicySchema>;

/** An operator opens a company; the id is made from the name when none is given. */
export const NewCompanySchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  country: CountrySchema,
  market: z.enum(['developed', 'developing']),
  mpnId: z.string().trim().min(1).max(40).nullable(),
  admin: AdminSchema,
  locale: LocaleSchema,
  /** Enrolled in the programme at once; it is unless the call says no. */
  enrol: z.boolean().optional(),
});
export type NewCompany = z.input<typeof NewCompanySchema>;

export const NetworkCompanyListQuerySchema = z.strictObject({
  /** Part of the name, the id or the partner number. */
  search: z.string().max(200).optional(),
  /** Only those that take part in a programme, or in none. */
  enrolled: z.enum(['yes', 'no']).optional(),
  ...pageSchema(500),
});

export const NetworkCompanyEntrySchema = z.object({
  partnerId: z.string(),
  name: z.string(),
  mpnId: z.string().nullable(),
  country: z.string().nullable(),
  origin: z.enum(['native', 'pmc', 'moved']),
  /** In which it takes part. */
  programmes: z.array(NamedThingSchema),
  users: z.number().int(),
  createdAt: z.string(),
});
export type NetworkCompanyEntry = z.infer<typeof NetworkCompanyEntrySchema>;

export const NetworkCompanyListSchema = z.object({
  value: z.array(NetworkCompanyEntrySchema),
  nextLink: z.string().nullable().optional(),
  count: z.number().int(),
});
export type NetworkCompanyList = z.infer<typeof NetworkCompanyListSchema>;

export const EnrolCompanySchema = z.strictObject({ programme: z.string().max(100) });
