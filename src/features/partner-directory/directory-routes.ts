import { type Route, route } from '../../http/route.ts';
import { listedSlugs } from '../../store/directory-listings-store.ts';
import { Html, html } from '../shared/public-page/html.ts';
import { publicPage } from '../shared/public-page/public-page.ts';
import type { Services } from '../shared/services.ts';
import { choicesOf } from './directory-choices.ts';
import { directoryPage } from './directory-page.ts';
import { DirectoryQuerySchema, findListings, knownChoices } from './directory-query.ts';

const VISITOR = { kind: 'system', name: 'visitor' } as const;

/** Where customers find companies, and where search engines find published profiles. */
export function directoryRoutes(services: Services): Route[] {
  const { database, baseUrl, programmes } = services;
  const known = knownChoices(services);
  return [
    route({
      method: 'GET',
      path: '/partners',
      summary: 'Published profiles by competency, level, country, language and words',
      access: { kind: 'public' },
      query: DirectoryQuerySchema,
      files: ['text/html'],
      handle: async ({ query, locale: asked }) => {
        const { lang, ...question } = query;
        const locale = lang ?? asked;
        const found = await findListings(services, question);
        const choices = choicesOf(await known(), programmes, locale);
        return publicPage(directoryPage({ ...found, locale, choices, programmes }), baseUrl());
      },
    }),
    route({
      method: 'GET',
      path: '/sitemap.xml',
      summary: 'Addresses of published profiles, for search engines',
      access: { kind: 'public' },
      files: ['application/xml'],
      handle: async () => {
        const slugs = await database.asNetwork({ actor: VISITOR }, listedSlugs);
        const entries = slugs.map((slug) => html`<url><loc>${baseUrl()}/p/${slug}</loc></url>\n`);
        const head = new Html('<?xml version="1.0" encoding="UTF-8"?>\n');
        const body = html`${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}</urlset>\n`;
        return { kind: 'text', mediaType: 'application/xml; charset=utf-8', body: body.text };
      },
    }),
    route({
      method: 'GET',
      path: '/robots.txt',
      summary: 'What search engines may look at',
      access: { kind: 'public' },
      files: ['text/plain'],
      handle: () => ({
        kind: 'text',
        mediaType: 'text/plain; charset=utf-8',
        // What is not to be indexed says so itself, and can only say it when it is looked at.
        body: `User-agent: *\nAllow: /p/\nAllow: /partners\nDisallow: /api/\n\nSitemap: ${baseUrl()}/sitemap.xml\n`,
      }),
    }),
  ];
}
