import { z } from 'zod';
import { LocaleSchema } from '../../contract/common.ts';
import { notFound } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { keyAddress, publicKeys, signingKey } from '../shared/credentials/credential-keys.ts';
import { issueCredential } from '../shared/credentials/issue-credential.ts';
import { publicPage } from '../shared/public-page/public-page.ts';
import { publishedProfile } from '../shared/public-profile.ts';
import type { Services } from '../shared/services.ts';
import { credentialVerdict } from './credential-verdict.ts';
import { verifyPage } from './verify-page.ts';

/** Whoever verifies may be a page of any site. */
const FOR_EVERYBODY = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=600',
};
const JwkSchema = z.object({
  kty: z.string(),
  n: z.string(),
  e: z.string(),
  use: z.literal('sig'),
  alg: z.literal('RS256'),
  kid: z.string(),
});
const LONGEST_CREDENTIAL = 8_000;
const VerifyQuerySchema = z.object({
  lang: LocaleSchema.optional().catch(undefined),
  // Whatever is longer is none of ours.
  credential: z.string().max(LONGEST_CREDENTIAL).optional().catch('…'),
});

/** Who signs credentials, and the page on which anybody can check one. */
export function credentialRoutes(services: Services): Route[] {
  const { baseUrl } = services;

  async function jwks() {
    // Somebody who asks before the first credential is given finds the key that will sign it.
    await signingKey(services);
    const keys = await publicKeys(services);
    return keys.map(({ keyId, publicKey: { kty = '', n = '', e = '' } }) => {
      const kid = keyAddress(baseUrl(), keyId);
      return { kty, n, e, use: 'sig' as const, alg: 'RS256' as const, kid };
    });
  }

  /** The credential that an address of this server gives out today, with its path; `null` where it gives none. */
  async function fetched(text: string): Promise<{ readonly path: string; readonly token: string } | null> {
    const place = text.startsWith(`${baseUrl()}/`) ? text.slice(baseUrl().length) : text;
    const parts = /^(\/p\/([a-z0-9-]+)\/credentials\/([\w-]+)\/([\w-]+))(?:\?.*)?$/.exec(place);
    if (parts === null) return null;
    const [, path = '', slug = '', programme = '', competency = ''] = parts;
    const shown = await publishedProfile(services, slug);
    const token = shown === null ? null : await issueCredential(services, shown, { programme, competency });
    return token === null ? null : { path, token };
  }

  return [
    route({
      method: 'GET',
      path: '/.well-known/jwks.json',
      summary: 'Keys with which credentials are verified',
      access: { kind: 'public' },
      response: z.object({ keys: z.array(JwkSchema) }),
      handle: async () => ({
        kind: 'json',
        status: 200,
        body: { keys: await jwks() },
        headers: FOR_EVERYBODY,
      }),
    }),
    route({
      method: 'GET',
      path: '/.well-known/credential-keys/{keyId}',
      summary: 'One of the keys with which credentials are verified, by the name that a credential gives it',
      access: { kind: 'public' },
      response: JwkSchema,
      handle: async ({ params }) => {
        const kid = keyAddress(baseUrl(), params.keyId ?? '');
        const key = (await jwks()).find((each) => each.kid === kid);
        if (key === undefined) throw notFound();
        return { kind: 'json', status: 200, body: key, headers: FOR_EVERYBODY };
      },
    }),
    route({
      method: 'GET',
      path: '/verify',
      summary: 'What a credential says, and whether it is true',
      access: { kind: 'public' },
      query: VerifyQuerySchema,
      files: ['text/html'],
      handle: async ({ query, locale: asked }) => {
        const locale = query.lang ?? asked;
        const given = (query.credential ?? '').trim();
        const found = await fetched(given);
        const token = found?.token ?? given;
        const verdict = given === '' ? null : await credentialVerdict(services, token);
        const source = found?.path ?? null;
        return publicPage(verifyPage({ locale, token, verdict, source }), baseUrl());
      },
    }),
  ];
}
