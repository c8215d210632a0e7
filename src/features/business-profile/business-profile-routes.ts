import { createHash } from 'node:crypto';
import {
  BusinessProfileSchema,
  type BusinessProfileView,
  ChangeBusinessProfileSchema,
} from '../../contract/business-profile.ts';
import { readPicture } from '../../files/read-picture.ts';
import { badRequest, notFound } from '../../http/problem.ts';
import type { Answer, Route } from '../../http/route.ts';
import { route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { removeLogo, setLogo } from '../../store/business-profile-store.ts';
import type { TenantClaim } from '../../store/database.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { refreshListing } from '../shared/directory-listing.ts';
import { checkIfMatch, stateTag } from '../shared/if-match.ts';
import type { Services } from '../shared/services.ts';
import { profileOrDraft, profileView } from './profile-view.ts';
import { saveProfile } from './save-profile.ts';

const PATH = '/api/v1/partners/{partnerId}/business-profile';
const ACCESS = { kind: 'partner', abilities: ['business-profile'] } as const;
const LARGEST_LOGO = 512 * 1_024;

/** Levels change by themselves: only what somebody typed decides whether it has changed meanwhile. */
function tagOf({ levels: _levels, possibleRecipients: _possible, ...typed }: BusinessProfileView): string {
  return stateTag(typed);
}

/** The business profile for those who look after it. */
export function businessProfileRoutes(services: Services): Route[] {
  const { database } = services;

  async function shown(claim: TenantClaim): Promise<Answer<BusinessProfileView>> {
    const body = await profileView(services, claim);
    return { kind: 'json', status: 200, body, headers: { etag: tagOf(body) } };
  }

  return [
    route({
      method: 'GET',
      path: PATH,
      summary: 'What customers see of the company, published or not',
      access: ACCESS,
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
      handle: async (request) => {
        const claim = claimOf(request);
        checkIfMatch(request.header('if-match'), tagOf(await profileView(services, claim)));
        await database.asTenant(claim, (tx) => saveProfile(tx, request.body));
        await refreshListing(services, claim.partnerId);
        return shown(claim);
      },
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
        const claim = claimOf(request);
        await database.asTenant(claim, async (tx) => {
          if (!(await profileOrDraft(tx)).saved) await saveProfile(tx, {});
          await setLogo(tx, { mediaType, width, height, hash, content });
          const action = 'business-profile.logo-changed';
          await recordAudit(tx, { action, subject: null, details: { width, height, mediaType } });
        });
        await refreshListing(services, claim.partnerId);
        return shown(claim);
      },
    }),
    route({
      method: 'DELETE',
      path: `${PATH}/logo`,
      summary: 'Remove the logo',
      access: ACCESS,
      handle: async (request) => {
        const claim = claimOf(request);
        await database.asTenant(claim, async (tx) => {
          if (!(await removeLogo(tx))) throw notFound();
          await recordAudit(tx, { action: 'business-profile.logo-removed', subject: null, details: {} });
        });
        await refreshListing(services, claim.partnerId);
        return { kind: 'empty' };
      },
    }),
  ];
}
