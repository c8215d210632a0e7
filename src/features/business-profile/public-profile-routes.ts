import { z } from 'zod';
import { LocaleSchema } from '../../contract/common.ts';
import type { Caller } from '../../http/caller.ts';
import { notFound } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { type ProfileAddress, readLogo } from '../../store/business-profile-store.ts';
import { today } from '../shared/as-of.ts';
import { issueCredential } from '../shared/credentials/issue-credential.ts';
import { revocationList } from '../shared/credentials/revoked-credentials.ts';
import { enquiryFormToken } from '../shared/enquiry-form.ts';
import { html } from '../shared/public-page/html.ts';
import { publicPage } from '../shared/public-page/public-page.ts';
import { PUBLIC_WORDS } from '../shared/public-page/public-words.ts';
import { profileAddress, publicProfile, publishedProfile } from '../shared/public-profile.ts';
import type { Services } from '../shared/services.ts';
import { profilePage } from './profile-page.ts';

const VISITOR = { kind: 'system', name: 'visitor' } as const;
/** Programs of other sites verify credentials, also those that run in a browser. */
const FOR_VERIFIERS = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
};
const LanguageSchema = z.object({ lang: LocaleSchema.optional().catch(undefined) });

/** People of the company that may look after the profile, and the operator of the programme, see it at any time. */
function looksAfter(caller: Caller | null, { partnerId }: ProfileAddress): boolean {
  if (caller === null) return false;
  if (caller.partnerId === null) return caller.abilities.has('suspend-profile');
  return caller.partnerId === partnerId && caller.abilities.has('business-profile');
}

/** What is public of a business profile: the page, the logo, and what the company holds as signed credentials. */
export function publicProfileRoutes(services: Services): Route[] {
  const { database, baseUrl, now, sealer } = services;

  const addressOf = (slug: string | undefined) => profileAddress(services, slug ?? '');

  return [
    route({
      method: 'GET',
      path: '/p/{slug}',
      summary: 'What customers see of a company',
      access: { kind: 'public' },
      query: LanguageSchema,
      files: ['text/html'],
      handle: async ({ params, query, locale: asked, caller }) => {
        const locale = query.lang ?? asked;
        const slug = params.slug ?? '';
        const address = await addressOf(slug);
        const own = address !== null && looksAfter(caller, address);
        const seen = address !== null && (address.published || own);
        const shown = seen ? await publicProfile(services, address.partnerId) : null;
        if (address === null || shown === null) {
          const { title, text, action } = PUBLIC_WORDS[locale].nowhere;
          const body = html`<div class="card"><h1>${title}</h1><p>${text}</p><p><a class="button" href="/partners?lang=${locale}">${action}</a></p></div>`;
          const page = { locale, title, description: text, path: '/partners', place: 'profile' } as const;
          return publicPage({ ...page, body, status: 404, unshared: true }, baseUrl());
        }
        if (address.slug !== slug) {
          return { kind: 'redirect', to: `/p/${address.slug}${query.lang ? `?lang=${query.lang}` : ''}` };
        }
        const open = address.published && shown.profile.takesEnquiries;
        const formToken = open ? enquiryFormToken(sealer, slug, now()) : null;
        return publicPage(profilePage({ shown, locale, baseUrl: baseUrl(), own, formToken }), baseUrl());
      },
    }),
    route({
      method: 'GET',
      path: '/p/{slug}/logo',
      summary: 'The logo of a published profile',
      access: { kind: 'public' },
      query: z.object({ v: z.string().optional() }),
      files: ['image/png', 'image/jpeg'],
      handle: async ({ params, caller }) => {
        const address = await addressOf(params.slug);
        if (address === null || !(address.published || looksAfter(caller, address))) throw notFound();
        const claim = { partnerId: address.partnerId, actor: VISITOR };
        const logo = await database.readAsTenant(claim, readLogo);
        if (logo === null) throw notFound();
        const cache = address.published ? 'public, max-age=86400' : 'no-store';
        const headers = { 'cache-control': cache, etag: `"${logo.hash.slice(0, 32)}"` };
        return { kind: 'bytes', mediaType: logo.mediaType, content: logo.content, headers };
      },
    }),
    route({
      method: 'GET',
      path: '/p/{slug}/credentials/{programme}/{competency}',
      summary: 'What a company holds in a competency today, as a signed Open Badges 3.0 credential',
      access: { kind: 'public' },
      query: z.object({ level: z.string().optional(), on: z.string().optional() }),
      files: ['application/vc+jwt'],
      handle: async ({ params }) => {
        const { slug = '', programme = '', competency = '' } = params;
        const shown = await publishedProfile(services, slug);
        const body =
          shown === null ? null : await issueCredential(services, shown, { programme, competency });
        if (body === null) throw notFound();
        return { kind: 'text', mediaType: 'application/vc+jwt', body, headers: FOR_VERIFIERS };
      },
    }),
    route({
      method: 'GET',
      path: '/p/{slug}/revoked-credentials',
      summary: 'Credentials of the last days that are no longer true',
      access: { kind: 'public' },
      response: z.object({
        id: z.string(),
        issuer: z.string(),
        revokedCredentials: z.array(z.object({ id: z.string(), revoked: z.literal(true) })),
      }),
      handle: async ({ params }) => {
        const slug = params.slug ?? '';
        // Of an address that nobody has, everything is revoked as well: the list does not tell who has a draft.
        const shown = await publishedProfile(services, slug);
        const place = { baseUrl: baseUrl(), slug };
        const list = revocationList(place, services.programmes, shown?.levels ?? [], today(now()));
        return { kind: 'json', status: 200, body: list, headers: FOR_VERIFIERS };
      },
    }),
  ];
}
