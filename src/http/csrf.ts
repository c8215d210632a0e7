import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './caller.ts';
import { HttpProblem } from './problem.ts';
import { headerOf } from './request-parts.ts';

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

/** Whether a page of another site made the browser ask. Programs and old browsers do not say. */
export function askedByForeignPage(fetchSite: string | undefined): boolean {
  return fetchSite === 'cross-site' || fetchSite === 'same-site';
}

/** A browser names the page that sends a write. Programs send no Origin and are judged by their token. */
function fromOwnPage(request: FastifyRequest, baseUrl: string): boolean {
  if (askedByForeignPage(headerOf(request, 'sec-fetch-site'))) return false;
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return origin === new URL(baseUrl).origin || hostOf(origin) === request.headers.host;
}

/**
 * Writes that ride on a cookie must come from our own page and carry the session's token, which only that
 * page can read. What needs no session (`caller` null), such as sign-in, also where somebody is still signed in,
 * is protected against foreign pages by its origin.
 */
export function checkForgery(request: FastifyRequest, caller: Caller | null, baseUrl: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (caller?.kind === 'token') return;
  if (!fromOwnPage(request, baseUrl)) {
    throw new HttpProblem(403, 'foreign-origin', 'This request does not come from a page of this server.');
  }
  if (caller === null) return;
  const sent = request.headers['x-csrf-token'];
  if (typeof sent !== 'string' || !same(sent, caller.csrfToken ?? '')) {
    throw new HttpProblem(403, 'csrf-token-missing', 'The header x-csrf-token is missing or out of date.');
  }
}
