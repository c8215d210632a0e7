import { tooManyAttempts } from '../../http/problem.ts';
import { type Answer, type AnswerHeaders, callerOf, type RouteRequest } from '../../http/route.ts';
import { SCIM_MEDIA_TYPE } from '../../http/scim-error.ts';
import type { TenantClaim } from '../../store/database.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { type Projection, projected } from './project-attributes.ts';
import { heldText, isObject, type JsonObject } from './scim-json.ts';
import { scimProblem } from './scim-problem.ts';

export type Asked = Pick<RouteRequest<unknown, unknown>, 'caller'>;

/** What a transaction of a directory claims: the company that its token belongs to, whatever it asks about. */
export function directoryClaim({ limits }: Pick<Services, 'limits'>, request: Asked): TenantClaim {
  const caller = callerOf(request);
  const wait = limits.perDirectory.attempt(caller.id);
  if (wait !== null) throw tooManyAttempts(wait);
  return { partnerId: caller.homeId as PartnerId, actor: actorOf(caller) };
}

export function scimAnswer(status: number, body: unknown, headers: AnswerHeaders = {}): Answer<never> {
  const common = { 'cache-control': 'no-store', ...headers };
  return { kind: 'text', status, mediaType: SCIM_MEDIA_TYPE, body: JSON.stringify(body), headers: common };
}

/** One resource, with the tag of its state and its address. */
export function resourceAnswer(
  status: 200 | 201,
  resource: JsonObject,
  projection: Projection,
): Answer<never> {
  const meta = isObject(resource.meta) ? resource.meta : {};
  const headers = { etag: heldText(meta, 'version') ?? '', location: heldText(meta, 'location') ?? '' };
  return scimAnswer(status, projected(resource, projection), headers);
}

const LONGEST_PAGE = 1_000;
const PAGE = 100;

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^-?\d{1,9}$/.test(text)) throw scimProblem('invalid-value', `"${name}" is a whole number.`);
  return Number(text);
}

/** The first is number 1; what is asked for below that, or below none, is read as that (RFC 7644, 3.4.2.4). */
export function pageOf(query: {
  readonly startIndex?: string | undefined;
  readonly count?: string | undefined;
}): Page {
  const start = Math.max(1, wholeNumber('startIndex', query.startIndex, 1));
  const count = Math.max(0, wholeNumber('count', query.count, PAGE));
  return { offset: start - 1, limit: Math.min(count, LONGEST_PAGE) };
}

export function listAnswer(
  total: number,
  { offset }: Page,
  resources: readonly JsonObject[],
  projection: Projection,
): Answer<never> {
  return scimAnswer(200, {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: total,
    startIndex: offset + 1,
    itemsPerPage: resources.length,
    Resources: resources.map((resource) => projected(resource, projection)),
  });
}
