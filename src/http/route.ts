import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Locale } from '../contract/common.ts';
import type { Ability } from '../contract/roles.ts';
import type { Caller } from './caller.ts';

/**
 * Who may call a route. `partner` routes have `{partnerId}` in their path: another partner's answers 404,
 * a missing ability 403. With several abilities one of them is enough; with none, belonging is enough.
 */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'ability'; readonly ability: Ability }
  /** The directory of a company, by its token: it opens these routes and nothing else. */
  | { readonly kind: 'provisioning' }
  /** A source, by its signature over the bytes of the request; or whoever has the ability. */
  | { readonly kind: 'source'; readonly ability: Ability }
  | { readonly kind: 'partner'; readonly abilities: readonly Ability[] };

/** A header that is sent more than once has several values. */
export type AnswerHeaders = Readonly<Record<string, string | string[]>>;

export type Answer<T> =
  | {
      readonly kind: 'json';
      readonly status: 200 | 201 | 202;
      readonly body: T;
      readonly headers?: AnswerHeaders;
    }
  /** Depends on nothing but `version`, the address and the reader: answered 304 or from memory when unchanged. */
  | { readonly kind: 'versioned'; readonly version: string; readonly body: () => Promise<T> }
  /** The same, where the answer is kept as JSON text. */
  | { readonly kind: 'versioned-text'; readonly version: string; readonly text: () => Promise<string> }
  | { readonly kind: 'empty'; readonly headers?: AnswerHeaders }
  | {
      readonly kind: 'file';
      readonly fileName: string;
      readonly mediaType: string;
      readonly content: Readable;
    }
  | {
      readonly kind: 'html';
      readonly status?: 200 | 404;
      readonly body: string;
      readonly nonce: string;
      readonly headers?: AnswerHeaders;
    }
  | {
      readonly kind: 'text';
      readonly status?: number;
      readonly mediaType: string;
      readonly body: string;
      readonly headers?: AnswerHeaders;
    }
  /** Shown by the browser and not kept as a file. */
  | {
      readonly kind: 'bytes';
      readonly mediaType: string;
      readonly content: Buffer;
      readonly headers: AnswerHeaders;
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly headers?: AnswerHeaders };

export interface RouteRequest<Query, Body> {
  /** Null on public routes when nobody is signed in. */
  readonly caller: Caller | null;
  /** The language in which whoever asks is told what is wrong. */
  readonly locale: Locale;
  /** `HEAD` on routes that are read: the answer then goes without its body. */
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly ip: string;
  /** What the browser or program says it is. */
  readonly userAgent: string | null;
  readonly requestId: string;
  /** A header of the request, by its name in lower case. */
  readonly header: (name: string) => string | undefined;
  /** Cookies and parsed uploads, for the few routes that need them. */
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly upload: () => Promise<Upload>;
}

export interface Upload {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly fields: Readonly<Record<string, string>>;
}

export interface RouteSpec<Query extends z.ZodType, Body extends z.ZodType, Response extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** OpenAPI style: `/api/v1/partners/{partnerId}/users`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly query?: Query;
  readonly body?: Body;
  readonly response?: Response;
  /** Success status when it is not 200 (or 204 without a response schema). */
  readonly status?: 201 | 202;
  /** Media types of the files that the route also answers with. */
  readonly files?: readonly string[];
  /** The body is a multipart upload of one file. */
  readonly upload?: true;
  /** The body is a form that says nothing more than that it was sent. */
  readonly ignoredForm?: true;
  readonly bodyLimit?: number;
  /** Also answers whoever must choose a password first. */
  readonly duringPasswordChange?: true;
  /** Also answers while the company is being merged with another one. */
  readonly duringMerge?: true;
  /** Also answers programs with a report token, by what its person may see. */
  readonly reportTokens?: true;
  readonly handle: (
    request: RouteRequest<z.output<Query>, z.output<Body>>,
  ) => Promise<Answer<z.input<Response>>> | Answer<z.input<Response>>;
}

/** A route whose types have been checked where it was written. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response?: z.ZodType;
  readonly status?: 201 | 202;
  readonly files?: readonly string[];
  readonly upload?: true;
  /** The body is a form that says nothing more than that it was sent. */
  readonly ignoredForm?: true;
  readonly bodyLimit?: number;
  /** Also answers whoever must choose a password first. */
  readonly duringPasswordChange?: true;
  /** Also answers while the company is being merged with another one. */
  readonly duringMerge?: true;
  /** Also answers programs with a report token, by what its person may see. */
  readonly reportTokens?: true;
  readonly handle: (request: RouteRequest<unknown, unknown>) => Promise<Answer<unknown>> | Answer<unknown>;
}

export function route<
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Response extends z.ZodType = z.ZodUndefined,
>(spec: RouteSpec<Query, Body, Response>): Route {
  return spec as unknown as Route;
}

export function json<T>(body: T): Answer<T> {
  return { kind: 'json', status: 200, body };
}

/** The caller of a route that cannot be reached without one. */
export function callerOf(request: { readonly caller: Caller | null }): Caller {
  if (request.caller === null) throw new Error('a protected route ran without a caller');
  return request.caller;
}
