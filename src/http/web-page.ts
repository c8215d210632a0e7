import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from './problem.ts';
import { pagePolicy } from './security-headers.ts';

const NOT_BUILT =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Jalon</title><p>The web application has not been built. Run <code>npm run build</code>.</p></html>';

const NOT_PAGES = [
  '/api/',
  '/assets/',
  '/scim/',
  '/odata/',
  '/.well-known/',
  '/metrics',
  '/livez',
  '/readyz',
];

function wantsPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (NOT_PAGES.some((prefix) => request.url.startsWith(prefix))) return false;
  const accept = request.headers.accept ?? '*/*';
  return accept.includes('text/html') || accept.includes('*/*');
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replaceAll('__CSP_NONCE__', nonce));
}

/**
 * The web application: its assets under `/assets/`, and its one page for every address that is nothing else.
 * The static plugin answers 403 at `/` without an index, which is why the page comes from the not-found handler.
 */
export async function registerWebPage(app: FastifyInstance, webFolder: string): Promise<void> {
  const assets = join(webFolder, 'assets');
  const indexFile = join(webFolder, 'index.html');
  const page = existsSync(indexFile) ? readFileSync(indexFile, 'utf8') : null;
  if (existsSync(assets)) {
    await app.register(fastifyStatic, {
      root: assets,
      prefix: '/assets/',
      index: false,
      immutable: true,
      maxAge: '365d',
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (!wantsPage(request)) throw notFound();
    return sendPage(reply, page ?? NOT_BUILT);
  });
}
