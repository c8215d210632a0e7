import { z } from 'zod';
import type { FilterFields } from '../domain/list-filter/list-filter.ts';
import { LONGEST_PERSON_NAME, PERSON_NAME_FORM } from '../domain/text/person-name.ts';
import { LONGEST_TEAM_NAME } from '../domain/text/team-name.ts';
import { AsOfQuerySchema, DaySchema, LocaleSchema, LocalTextSchema, RoleSchema } from './common.ts';
import { EMAIL_FORM } from './forms.ts';
import { filterSchema, orderbySchema, pageSchema } from './list-query.ts';
import { PARTNER_ROLES } from './roles.ts';

/** Characters that the name of a team has at most. */
export { LONGEST_TEAM_NAME };

export const UserSchema = z.object({
  userId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  workEmail: z.string(),
  status: z.enum(['active', 'disabled', 'left']),
  employedFrom: z.string().nullable(),
  employedUntil: z.string().nullable(),
  technical: z.boolean(),
  locale: LocaleSchema,
  roles: z.array(RoleSchema),
  /** Roles held for the people of one location only. */
  roleLocations: z.array(z.object({ role: RoleSchema, locationId: z.string() })),
  locationId: z.string().nullable(),
  team: z.string().nullable(),
  disabledOn: z.string().nullable(),
  /** False until the person has chosen a first password: the link can be sent again. */
  passwordChosen: z.boolean(),
  /** The directory of the company sends this person: what is changed by hand it may change again. */
  fromDirectory: z.boolean(),
  lastSignInAt: z.string().nullable(),
  learningAccounts: z.array(
    z.object({ provider: z.string(), accountId: z.string(), via: z.string(), since: z.string() }),
  ),
  skills: z.object({ total: z.number(), counting: z.number() }),
});
export type User = z.infer<typeof UserSchema>;

export const UserListSchema = z.object({
  value: z.array(UserSchema),
  nextLink: z.string().nullable().optional(),
  count: z.number(),
});
export type UserList = z.infer<typeof UserListSchema>;

export const USER_SORT_FIELDS = [
  'firstName',
  'lastName',
  'workEmail',
  'status',
  'roles',
  'technical',
  'associated',
  'lastSignInAt',
  'skills',
] as const;

export const USER_FILTER_FIELDS = {
  firstName: 'text',
  lastName: 'text',
  workEmail: 'text',
  status: 'text',
  roles: 'texts',
  technical: 'boolean',
  associated: 'boolean',
  locale: 'text',
  team: 'text',
  employedFrom: 'day',
  employedUntil: 'day',
  lastSignInAt: 'instant',
  /** How many. */
  skills: 'number',
} as const satisfies FilterFields;

export const UsersQuerySchema = z.strictObject({
  ...AsOfQuerySchema.shape,
  search: z.string().max(200).optional(),
  status: z.enum(['active', 'disabled', 'left']).optional(),
  role: z.string().optional(),
  associated: z.enum(['yes', 'no']).optional(),
  technical: z.enum(['yes', 'no']).optional(),
  /** People who have not chosen a password, or who have never signed in by any way. */
  signIn: z.enum(['no-password', 'never']).optional(),
  filter: filterSchema(USER_FILTER_FIELDS).optional(),
  orderby: orderbySchema(USER_SORT_FIELDS).optional(),
  ...pageSchema(5_000),
});

export const RoleHoldersSchema = z.object({
  value: z.array(
    z.object({
      role: RoleSchema,
      holders: z.array(
        z.object({
          userId: z.string(),
          displayName: z.string(),
          location: z
            .string()
            .nullable()
            .meta({ description: 'Null: the role is held for the whole company' }),
        }),
      ),
    }),
  ),
});

const NameSchema = z.string().trim().min(1).max(LONGEST_PERSON_NAME).regex(PERSON_NAME_FORM);
const WorkEmailSchema = z.string().trim().max(320).regex(EMAIL_FORM);
const LocationIdSchema = z.uuid().nullable();
/** As the company calls it; people with the same one are one team. */
const TeamSchema = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_TEAM_NAME)
  .regex(/^\P{C}+$/u)
  .nullable();
const PartnerRoleSchema = z.enum(PARTNER_ROLES);

/** A role for the whole company by its name alone, or for one location. */
const RoleAssignmentSchema = z.union([
  PartnerRoleSchema,
  z.strictObject({ role: PartnerRoleSchema, locationId: LocationIdSchema.optional() }),
]);
const RoleAssignmentsSchema = z.array(RoleAssignmentSchema).max(PARTNER_ROLES.length);
export type RoleAssignmentsRequest = z.infer<typeof RoleAssignmentsSchema>;

export const CreateUserRequestSchema = z.strictObject({
  firstName: NameSchema,
  lastName: NameSchema,
  workEmail: WorkEmailSchema,
  roles: RoleAssignmentsSchema.optional(),
  locale: LocaleSchema.optional(),
  technical: z.boolean().optional(),
  locationId: LocationIdSchema.optional(),
  team: TeamSchema.optional(),
  employedFrom: DaySchema.optional(),
});

export const UpdateUserRequestSchema = z.strictObject({
  firstName: NameSchema.optional(),
  lastName: NameSchema.optional(),
  /** Another sign-in name; history and associations stay. */
  workEmail: WorkEmailSchema.optional(),
  locale: LocaleSchema.optional(),
  technical: z.boolean().optional(),
  locationId: LocationIdSchema.optional(),
  team: TeamSchema.optional(),
  employedFrom: DaySchema.nullable().optional(),
  /** All roles from now on. */
  roles: RoleAssignmentsSchema.optional(),
});

const FirstSignInSchema = z.object({
  userName: z.string(),
  /** Told this once; null when the same request is sent again. */
  temporaryPassword: z.string().nullable(),
  expiresAt: z.string(),
  mail: z.enum(['queued', 'sent-before', 'no-mail-server', 'no-address']),
});
export type FirstSignInView = z.infer<typeof FirstSignInSchema>;

export const UserWithFirstSignInSchema = z.object({ user: UserSchema, firstSignIn: FirstSignInSchema });
export type UserWithFirstSignIn = z.infer<typeof UserWithFirstSignInSchema>;

export const SentFirstSignInSchema = z.object({ mail: FirstSignInSchema.shape.mail });

/** The first day on which the person no longer counts; null takes back a departure that lies ahead. */
export const LeaveRequestSchema = z.strictObject({ on: DaySchema.nullable() });

export const DepartureEffectQuerySchema = z.strictObject({ on: DaySchema.optional() });

/** What would change on the day from which a person no longer counts. */
export const DepartureEffectSchema = z.object({
  on: z.string(),
  /** Skill records of the person that count on that day. */
  skillsCounting: z.number(),
  associations: z.number(),
  levels: z.array(
    z.object({
      programme: z.string(),
      competency: z.string(),
      name: LocalTextSchema,
      before: z.string(),
      after: z.string().nullable(),
    }),
  ),
});
export type DepartureEffect = z.infer<typeof DepartureEffectSchema>;

export const LocationListSchema = z.object({
  value: z.array(
    z.object({
      locationId: z.string(),
      name: z.string(),
      city: z.string().nullable(),
      country: z.string().nullable(),
    }),
  ),
});
export type LocationList = z.infer<typeof LocationListSchema>;
