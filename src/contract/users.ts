import { z } from 'zod';
import type { FilterFields } from '../domain/list-filter/list-filter.ts';
import { AsOfQuerySchema, LocaleSchema, RoleSchema } from './common.ts';
import { filterSchema, orderbySchema, pageSchema } from './list-query.ts';

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
  filter: filterSchema(USER_FILTER_FIELDS).optional(),
  orderby: orderbySchema(USER_SORT_FIELDS).optional(),
  ...pageSchema(5_000),
});

export const RoleHoldersSchema = z.object({
  value: z.array(
    z.object({
      role: RoleSchema,
      holders: z.array(z.object({ userId: z.string(), displayName: z.string() })),
    }),
  ),
});

export const UpdateUserRequestSchema = z.strictObject({ technical: z.boolean().optional() });
