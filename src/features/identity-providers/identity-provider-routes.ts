import {
  ChangeIdentityProviderSchema,
  IdentityProviderListSchema,
  IdentityProviderSchema,
  type IdentityProviderView,
  KnownWorkAccountSchema,
  NewIdentityProviderSchema,
} from '../../contract/identity-providers.ts';
import { requireAbility } from '../../http/permissions.ts';
import { badRequest, conflict, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import {
  addIdentityProvider,
  changeIdentityProvider,
  endIdentityProvider,
  findIdentityProvider,
  type IdentityProvider,
  listIdentityProviders,
} from '../../store/identity-providers-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { requireFreshSignIn } from '../shared/fresh-sign-in.ts';
import { CLIENT_SECRET_PURPOSE } from '../shared/oidc/oidc-client.ts';
import type { Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { issuerIsAllowed, servesManyDirectories } from './allowed-issuer.ts';
import { linkKnownAccount } from './link-known-account.ts';

const PATH = '/api/v1/partners/{partnerId}/identity-providers';
/** Where the people of a company have their work accounts, and which of them become users at once. */
export function identityProviderRoutes(services: Services): Route[] {
  const { database, sealer, baseUrl, gate } = services;

  function viewOf(provider: IdentityProvider): IdentityProviderView {
    const { providerId, name, issuer, directoryTenant, clientId, emailDomains, justInTime } = provider;
    const redirectAddress = `${baseUrl()}/oidc/callback/${issuer === null ? 'work' : providerId}`;
    const shown = { providerId, name, issuer, directoryTenant, clientId, justInTime, redirectAddress };
    return { ...shown, emailDomains: [...emailDomains] };
  }

  const sealed = (secret: string) => sealer.seal(CLIENT_SECRET_PURPOSE, secret);

  return [
    route({
      method: 'GET',
      path: PATH,
      summary: 'Where the people of a company have their work accounts',
      access: { kind: 'partner', abilities: ['company-settings', 'manage-directories'] },
      response: IdentityProviderListSchema,
      handle: async (request) => {
        const providers = await database.readAsTenant(claimOf(request), listIdentityProviders);
        return json({ value: providers.map(viewOf) });
      },
    }),
    route({
      method: 'POST',
      path: PATH,
      summary:
        'Add a provider of the company, or (operators) a directory at the provider of the installation',
      access: { kind: 'partner', abilities: ['company-settings', 'manage-directories'] },
      body: NewIdentityProviderSchema,
      response: IdentityProviderSchema,
      status: 201,
      handle: async (request) => {
        const { clientSecret, ...order } = request.body;
        // Whose directory it is at a provider that all companies share, no company can say by itself.
        if (order.issuer === null) {
          await requireAbility(callerOf(request), 'manage-directories', claimOf(request).partnerId, gate);
        } else if (!issuerIsAllowed(order.issuer, services.demo)) {
          throw badRequest('issuer-not-allowed', 'This address cannot be that of an identity provider.', [
            { code: 'issuer-not-allowed', field: 'issuer' },
          ]);
        } else if (order.directoryTenant === null && servesManyDirectories(order.issuer)) {
          throw badRequest('directory-needed', 'This provider serves many directories: name yours.', [
            { code: 'directory-needed', field: 'directoryTenant' },
          ]);
        }
        if (callerOf(request).kind === 'user') await requireFreshSignIn(services, request);
        const sealedClientSecret = clientSecret === null ? null : sealed(clientSecret);
        const provider = { ...order, sealedClientSecret };
        const added = await database.asTenant(claimOf(request), async (tx) => {
          const result = await addIdentityProvider(tx, provider);
          if (result.kind === 'tenant-taken') {
            throw conflict('directory-taken', 'This directory belongs to another company.', {
              errors: [{ code: 'directory-taken', field: 'directoryTenant' }],
            });
          }
          const { name, issuer, directoryTenant, justInTime } = order;
          await recordAudit(tx, {
            action: 'identity-provider.added',
            subject: `identity-provider:${result.providerId}`,
            details: { name, issuer, directoryTenant, justInTime },
          });
          return result.providerId;
        });
        return { kind: 'json', status: 201, body: viewOf({ ...provider, providerId: added }) };
      },
    }),
    route({
      method: 'PATCH',
      path: `${PATH}/{providerId}`,
      summary: 'Change the name, secret, mail domains or just-in-time users of a provider',
      access: { kind: 'partner', abilities: ['company-settings', 'manage-directories'] },
      body: ChangeIdentityProviderSchema,
      response: IdentityProviderSchema,
      handle: async (request) => {
        const providerId = uuidParam(request.params, 'providerId');
        const { clientSecret, name, emailDomains, justInTime } = request.body;
        if (callerOf(request).kind === 'user') await requireFreshSignIn(services, request);
        const provider = await database.asTenant(claimOf(request), async (tx) => {
          const change = {
            ...(name === undefined ? {} : { name }),
            ...(emailDomains === undefined ? {} : { emailDomains }),
            ...(justInTime === undefined ? {} : { justInTime }),
          };
          const secret = clientSecret === undefined ? {} : { sealedClientSecret: sealed(clientSecret) };
          if (!(await changeIdentityProvider(tx, providerId, { ...change, ...secret }))) throw notFound();
          await recordAudit(tx, {
            action: 'identity-provider.changed',
            subject: `identity-provider:${providerId}`,
            details: { ...change, secret: clientSecret !== undefined },
          });
          return findIdentityProvider(tx, providerId);
        });
        if (provider === null) throw notFound();
        return json(viewOf(provider));
      },
    }),
    route({
      method: 'DELETE',
      path: `${PATH}/{providerId}`,
      summary: 'Sign nobody in by this provider any more',
      access: { kind: 'partner', abilities: ['company-settings', 'manage-directories'] },
      handle: async (request) => {
        const providerId = uuidParam(request.params, 'providerId');
        if (callerOf(request).kind === 'user') await requireFreshSignIn(services, request);
        await database.asTenant(claimOf(request), async (tx) => {
          if (!(await endIdentityProvider(tx, providerId))) throw notFound();
          const subject = `identity-provider:${providerId}`;
          await recordAudit(tx, { action: 'identity-provider.ended', subject, details: {} });
        });
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/partners/{partnerId}/users/{userId}/work-accounts',
      summary: 'Say by its id in the directory which work account is this user’s',
      access: { kind: 'partner', abilities: ['manage-users'] },
      body: KnownWorkAccountSchema,
      handle: async (request) => {
        if (callerOf(request).kind === 'user') await requireFreshSignIn(services, request);
        await linkKnownAccount(services, claimOf(request), request.params.userId ?? '', request.body);
        return { kind: 'empty' };
      },
    }),
  ];
}
