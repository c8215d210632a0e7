import { randomBytes } from 'node:crypto';
import { apiDocsPage } from './api-docs-page.ts';
import { goTarget } from './go-links.ts';
import { openapiDocument } from './openapi-document.ts';
import { type Route, route } from './route.ts';

/** The routes that are about the others: the API's own description, and the permanent links. */
export function withCommonRoutes(routes: readonly Route[], version: string): readonly Route[] {
  // Made at the first question: it costs tens of milliseconds that no start should pay.
  let described: ReturnType<typeof openapiDocument> | null = null;
  const description = () => {
    described ??= openapiDocument(all, version);
    return described;
  };
  const all: readonly Route[] = [
    ...routes,
    route({
      method: 'GET',
      path: '/api/v1/openapi.json',
      summary: 'This description',
      access: { kind: 'public' },
      files: ['application/json'],
      handle: () => ({ kind: 'text', mediaType: 'application/json', body: JSON.stringify(description()) }),
    }),
    route({
      method: 'GET',
      path: '/api/docs',
      summary: 'This description, for people',
      access: { kind: 'public' },
      files: ['text/html'],
      handle: () => {
        const nonce = randomBytes(16).toString('base64');
        return { kind: 'html', nonce, body: apiDocsPage(description(), nonce) };
      },
    }),
    route({
      method: 'GET',
      path: '/go/{name}',
      summary: 'Permanent link to a page',
      access: { kind: 'public' },
      handle: ({ params }) => ({ kind: 'redirect', to: goTarget(params.name ?? '') }),
    }),
  ];
  return all;
}
