import { createHash } from 'node:crypto';
import {
  BusinessProfileSchema,
  type BusinessProfileView,
  ChangeBusinessProfileSchema,
  SuspendProfileSchema,
} from '../../contract/business-profile.ts';
import { readPicture } from '../../files/read-picture.ts';
import { badRequest, notFound } from '../../http/problem.ts';
import { type Answer, type Route, type RouteRequest, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { holdBusinessProfile, removeLogo, setLogo } from '../../store/business-profile-store.ts';
import type { TenantClaim, TenantTransaction } from '../../store/database.ts';
import { outdateListing } from '../../store/directory-listings-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { refreshListing } from '../shared/directory-listing.ts';
import { checkIfMatch } from '../shared/if-match.ts';
import type { Services } from '../shared/services.ts';
import { presentTag, profileOrDraft, profileView } from './profile-view.ts';
import { saveProfile } from './save-profile.ts';
import { releaseProfile, suspendProfile } from './suspend-profile.ts';

const PATH = '/api/v1/partners/{partnerId}/business-profile';
const ACCESS = { kind: 'partner', abilities: ['business-profile'] } as const;
/** The operator of the programme reads it as well, to judge whether it may be shown. */
const SIGHT = { kind: 'partner', abilities: ['business-profile', 'suspend-profile'] } as const;
const SUSPEND = { kind: 'partner', abilities: ['suspend-profile'] } as const;
const LARGEST_LOGO = 512 * 1_024;

/** The business profile for those who look after it. */
export function businessProfileRoutes(services: Services): Route[] {
  const { database } = services;

  async function shown(claim: TenantClaim): Promise<Answer<BusinessProfileView>> {
    const { view, tag } = await profileView(services, claim);
    return { kind: 'json', status: 200, body: view, headers: { etag: tag } };
  }

  /** Changes the profile, as long as nobody changed it since the caller looked, and with it what the directory says. */
  async function changing(
    request: RouteRequest<unknown, unknown>,
    change: (tx: TenantTransaction) => Promise<void>,
  ): Promise<TenantClaim> {
    const claim = claimOf(request);
    await database.asTenant(claim, async (tx) => {
      await holdBusinessProfile(tx);
      checkIfMatch(request.header('if-match'), await presentTag(tx));
      await change(tx);
      await outdateListing(tx);
    });
    await refreshListing(services, claim.partnerId);
    return claim;
  }

  return [
    route({
      method: 'GET',
      path: PATH,
      summary: 'What customers see of the company, published or not',
      access: SIGHT,
      response: BusinessProfileSchema,
      handle: (request) => shown(claimOf(request)),
    }),
    route({
      method: 'PATCH',
      path: PATH,
      summary: 'Change, publish or withdraw the business profile',
      access: ACCESS,
      body: ChangeBusinessProfileSchema,
      response: BusinessProfileSchema,
      handle: async (request) => shown(await changing(request, (tx) => saveProfile(tx, request.body))),
    }),
    route({
      method: 'POST',
      path: `${PATH}/logo`,
      summary: 'Set the logo: a PNG or JPEG of at most 512 kB and 2000 × 2000 points',
      access: ACCESS,
      response: BusinessProfileSchema,
      upload: true,
      handle: async (request) => {
        const { bytes } = await request.upload();
        if (bytes.length > LARGEST_LOGO)
          throw badRequest('logo-too-large', 'The logo is larger than 512 kB.');
        const read = readPicture(bytes);
        if (read.kind === 'too-large') {
          throw badRequest('logo-too-large', 'The logo is more than 2000 points wide or high.');
        }
        if (read.kind !== 'picture') throw badRequest('not-a-picture', 'Send a whole PNG or JPEG.');
        const { mediaType, width, height, bytes: content } = read.picture;
        const hash = createHash('sha256').update(content).digest('hex');
        const claim = await changing(request, async (tx) => {
          if (!(await profileOrDraft(tx)).saved) await saveProfile(tx, {});
          await setLogo(tx, { mediaType, width, height, hash, content });
          const action = 'business-profile.logo-changed';
          await recordAudit(tx, { action, subject: null, details: { width, height, mediaType } });
        });
        return shown(claim);
      },
    }),
    route({
      method: 'DELETE',
      path: `${PATH}/logo`,
      summary: 'Remove the logo',
      access: ACCESS,
      handle: async (request) => {
        await changing(request, async (tx) => {
          if (!(await removeLogo(tx))) throw notFound();
          await recordAudit(tx, { action: 'business-profile.logo-removed', subject: null, details: {} });
        });
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'POST',
      path: `${PATH}/suspension`,
      summary: 'Keep a business profile from being shown, with a reason that the company reads',
      access: SUSPEND,
      body: SuspendProfileSchema,
      response: BusinessProfileSchema,
      handle: async (request) => {
        const { reason } = request.body;
        return shown(await changing(request, (tx) => suspendProfile(tx, services, reason)));
      },
    }),
    route({
      method: 'DELETE',
      path: `${PATH}/suspension`,
      summary: 'Let a business profile be shown again that the operator kept from it',
      access: SUSPEND,
      response: BusinessProfileSchema,
      handle: async (request) => shown(await changing(request, releaseProfile)),
    }),
  ];
}
