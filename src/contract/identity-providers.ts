import { z } from 'zod';
import { listOf } from './common.ts';
import { DOMAIN_FORM } from './forms.ts';

const NameSchema = z.string().trim().min(1).max(60);
const DomainSchema = z.string().trim().toLowerCase().regex(DOMAIN_FORM).meta({ format: 'domain' });

/** Where the people of a company have their work accounts. Its secret is never told again. */
export const IdentityProviderSchema = z.object({
  providerId: z.string(),
  name: z.string(),
  /** `null` for a directory at the provider of the installation. */
  issuer: z.string().nullable(),
  directoryTenant: z.string().nullable(),
  clientId: z.string().nullable(),
  emailDomains: z.array(z.string()),
  justInTime: z.boolean(),
  /** To be registered with the provider. */
  redirectAddress: z.string(),
});
export type IdentityProviderView = z.infer<typeof IdentityProviderSchema>;
export const IdentityProviderListSchema = listOf(IdentityProviderSchema);
export type IdentityProviderList = z.infer<typeof IdentityProviderListSchema>;

/** A company's own provider (`issuer` and `clientId`), or a directory at the provider of the installation. */
export const NewIdentityProviderSchema = z
  .strictObject({
    name: NameSchema,
    issuer: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable()
      .default(null),
    directoryTenant: z.string().trim().min(1).max(200).nullable().default(null),
    clientId: z.string().trim().min(1).max(200).nullable().default(null),
    clientSecret: z.string().min(1).max(1_000).nullable().default(null),
    emailDomains: z.array(DomainSchema).max(20).default([]),
    justInTime: z.boolean().default(false),
  })
  .refine(({ issuer, clientId }) => (issuer === null) === (clientId === null), { path: ['clientId'] })
  .refine(({ issuer, directoryTenant }) => issuer !== null || directoryTenant !== null, {
    path: ['directoryTenant'],
  });

export const ChangeIdentityProviderSchema = z.strictObject({
  name: NameSchema.optional(),
  clientSecret: z.string().min(1).max(1_000).optional(),
  emailDomains: z.array(DomainSchema).max(20).optional(),
  justInTime: z.boolean().optional(),
});

/** An account that the administrator knows by its id in the directory (the object id in Entra ID). */
export const KnownWorkAccountSchema = z.strictObject({
  providerId: z.uuid(),
  externalId: z.string().trim().min(1).max(200),
});
