import { z } from 'zod';
import { PARTNER_ROLES } from './roles.ts';

/** The token with which the directory of a company sends its people; its secret is in none of this. */
export const ProvisioningTokenSchema = z.object({
  tokenId: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  expired: z.boolean(),
  lastUsedAt: z.string().nullable(),
});

export const ProvisioningGroupSchema = z.object({
  groupId: z.string(),
  displayName: z.string(),
  members: z.number(),
  /** What the members of the group hold because of it. */
  role: z.string().nullable(),
});

export const ProvisioningSchema = z.object({
  /** The address that is entered in the directory. */
  address: z.string(),
  token: ProvisioningTokenSchema.nullable(),
  people: z.number(),
  groups: z.array(ProvisioningGroupSchema),
});

const LONGEST_TOKEN_DAYS = 730;

export const NewProvisioningTokenSchema = z.strictObject({
  validDays: z.int().min(1).max(LONGEST_TOKEN_DAYS),
});

/** Told this once. */
export const MadeProvisioningTokenSchema = z.object({ token: ProvisioningTokenSchema, secret: z.string() });

export const GroupRoleSchema = z.strictObject({ role: z.enum(PARTNER_ROLES).nullable() });

export type Provisioning = z.infer<typeof ProvisioningSchema>;
export type ProvisioningToken = z.infer<typeof ProvisioningTokenSchema>;
export type MadeProvisioningToken = z.infer<typeof MadeProvisioningTokenSchema>;
export type ProvisioningGroup = z.infer<typeof ProvisioningGroupSchema>;
