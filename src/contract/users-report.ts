import { z } from 'zod';
import type { FieldKind } from '../domain/list-filter/list-filter.ts';
import { AsOfSchema, DaySchema, LocaleSchema, type LocalText, RoleSchema } from './common.ts';
import { filterSchema, namesSchema, orderbySchema, pageSchema } from './list-query.ts';

/** Column ids, in the fixed order of the files. */
export const USERS_REPORT_COLUMNS = [
  'firstName',
  'lastName',
  'workEmail',
  'userStatus',
  'roles',
  'technical',
  'lastSignIn',
  'partnerUniversity',
  'partnerUniversitySince',
  'associated',
  'associatedSince',
  'mcid',
  'learningEmail',
  'sameEmail',
] as const;
export type UsersReportColumn = (typeof USERS_REPORT_COLUMNS)[number];

/** Other programs read these headers: they are written with plain apostrophes, on screens with those of the language. */
export const USERS_REPORT_HEADERS: Readonly<Record<UsersReportColumn, LocalText>> = {
  firstName: { en: 'First name', fr: 'Prénom' },
  lastName: { en: 'Last name', fr: 'Nom' },
  workEmail: { en: 'Work e-mail', fr: 'E-mail professionnel' },
  userStatus: { en: 'User status', fr: "État de l'utilisateur" },
  roles: { en: 'Roles', fr: 'Rôles' },
  technical: { en: 'Technical user', fr: 'Utilisateur technique' },
  lastSignIn: { en: 'Last sign-in', fr: 'Dernière connexion' },
  partnerUniversity: { en: 'Partner University access', fr: "Accès à l'Université partenaire" },
  partnerUniversitySince: { en: 'Access since', fr: 'Accès depuis' },
  associated: { en: 'Microsoft Learning associated', fr: 'Compte Microsoft Learning associé' },
  associatedSince: { en: 'Associated since', fr: 'Associé depuis' },
  mcid: { en: 'MCID', fr: 'MCID' },
  learningEmail: { en: 'Learning account e-mail', fr: "E-mail du compte d'apprentissage" },
  sameEmail: { en: 'Same e-mail', fr: 'Même e-mail' },
};

const UsersReportRowSchema = z.object({
  userId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  workEmail: z.string(),
  userStatus: z.enum(['active', 'disabled', 'left']),
  roles: z.array(RoleSchema),
  technical: z.boolean(),
  /** An instant; files tell its UTC day. */
  lastSignIn: z.string().nullable(),
  partnerUniversity: z.boolean(),
  partnerUniversitySince: DaySchema.nullable(),
  associated: z.boolean(),
  associatedSince: DaySchema.nullable(),
  /** Usually one; several are separated by `; `, here and in files. */
  mcid: z.string(),
  learningEmail: z.string(),
  /** Null when the e-mail of the learning account is not known. */
  sameEmail: z.boolean().nullable(),
});
export type UsersReportRow = z.infer<typeof UsersReportRowSchema>;

export const USERS_REPORT_FILTER_FIELDS = {
  firstName: 'text',
  lastName: 'text',
  workEmail: 'text',
  userStatus: 'text',
  roles: 'texts',
  technical: 'boolean',
  lastSignIn: 'instant',
  partnerUniversity: 'boolean',
  partnerUniversitySince: 'day',
  associated: 'boolean',
  associatedSince: 'day',
  mcid: 'text',
  learningEmail: 'text',
  sameEmail: 'boolean',
} as const satisfies Readonly<Record<UsersReportColumn, FieldKind>>;

/** The download takes what the page takes, so that the file holds what is shown. */
export const UsersReportQuerySchema = z.strictObject({
  asOf: DaySchema.optional(),
  format: z.enum(['json', 'csv', 'tsv', 'xlsx']).optional(),
  lang: LocaleSchema.optional(),
  search: z.string().max(200).optional(),
  status: z.enum(['active', 'disabled', 'left']).optional(),
  associated: z.enum(['yes', 'no']).optional(),
  technical: z.enum(['yes', 'no']).optional(),
  filter: filterSchema(USERS_REPORT_FILTER_FIELDS).optional(),
  orderby: orderbySchema(USERS_REPORT_COLUMNS).optional(),
  columns: namesSchema(USERS_REPORT_COLUMNS).optional(),
  ...pageSchema(10_000),
});
export type UsersReportQuery = z.infer<typeof UsersReportQuerySchema>;

export const UsersReportSchema = z.object({
  value: z.array(UsersReportRowSchema),
  nextLink: z.string().nullable().optional(),
  /** Rows after filtering, and before. */
  count: z.number(),
  total: z.number(),
  asOf: AsOfSchema,
});
export type UsersReport = z.infer<typeof UsersReportSchema>;
