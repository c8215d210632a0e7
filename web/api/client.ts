import type { Problem } from '../../src/contract/common.ts';
import { ProblemError, UnreachableError } from './problem-error.ts';

const BASE = '/api/v1';

export type Parameters = Readonly<Record<string, string | number | undefined>>;

/** Proof that a write comes from our own page; known once somebody is signed in. */
let csrfToken: string | null = null;

export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}

function apiUrl(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? `${BASE}${path}` : `${BASE}${path}?${text}`;
}

async function problemOf(response: Response): Promise<ProblemError> {
  const retryAfter = Number(response.headers.get('retry-after'));
  const seconds = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null;
  const isProblem = response.headers.get('content-type')?.includes('application/problem+json') === true;
  if (isProblem) return new ProblemError((await response.json()) as Problem, seconds);
  const title = response.statusText;
  const code = response.status >= 500 ? 'server-error' : 'unexpected-answer';
  return new ProblemError({ type: 'about:blank', title, status: response.status, code }, seconds);
}

async function send(method: string, url: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('accept', 'application/json');
  if (method !== 'GET' && csrfToken !== null) headers.set('x-csrf-token', csrfToken);
  let response: Response;
  try {
    response = await fetch(url, { ...init, method, headers, credentials: 'same-origin' });
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new UnreachableError(error);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** Follows the `nextLink` of a list. */
export async function getLink<T>(link: string, signal?: AbortSignal): Promise<T> {
  const response = await send('GET', link, signal === undefined ? {} : { signal });
  return (await response.json()) as T;
}

export async function getJson<T>(path: string, parameters?: Parameters, signal?: AbortSignal): Promise<T> {
  return getLink<T>(apiUrl(path, parameters), signal);
}

/** A thing together with the name of its state, to be sent back with a change of it. */
export interface Tagged<T> {
  readonly value: T;
  readonly tag: string | null;
}

export async function getTagged<T>(path: string, signal?: AbortSignal): Promise<Tagged<T>> {
  const response = await send('GET', apiUrl(path), signal === undefined ? {} : { signal });
  return { value: (await response.json()) as T, tag: response.headers.get('etag') };
}

export async function sendJson<T>(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  ifMatch: string | null = null,
  /** Of a request that must not be done twice, however often it is sent. */
  requestId: string | null = null,
): Promise<T> {
  const headers = new Headers(ifMatch === null ? {} : { 'if-match': ifMatch });
  if (requestId !== null) headers.set('repeatability-request-id', requestId);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const init: RequestInit = body === undefined ? { headers } : { body: JSON.stringify(body), headers };
  const response = await send(method, apiUrl(path), init);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export async function sendForm<T>(path: string, form: FormData): Promise<T> {
  const response = await send('POST', apiUrl(path), { body: form });
  return (await response.json()) as T;
}

/** Fetches a file, so that a refusal can be explained on the page instead of in a broken tab. */
export async function getFile(path: string, parameters: Parameters): Promise<{ blob: Blob; name: string }> {
  const response = await send('GET', apiUrl(path, parameters), {});
  const disposition = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  const name = encoded === undefined ? (plain ?? 'jalon') : decodeURIComponent(encoded);
  return { blob: await response.blob(), name };
}

export function saveFile(file: { blob: Blob; name: string }): void {
  const address = URL.createObjectURL(file.blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
