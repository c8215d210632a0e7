import { z } from 'zod';
import { notFound } from '../../http/problem.ts';
import { type Answer, callerOf, type Route, type RouteRequest, route } from '../../http/route.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import type { Services } from '../shared/services.ts';
import { entitySetsFor } from './entity-sets.ts';
import { type AnsweredQuestion, collectionJson, contextOf, entityJson } from './odata-answer.ts';
import { checkVersion, jsonType, type MetadataLevel, metadataLevel } from './odata-format.ts';
import { metadataDocument } from './odata-metadata.ts';
import { checkOptions, type ODataQuery } from './odata-options.ts';
import { type AskedFeed, askedSet, type OpenFeed, openFeed } from './odata-query.ts';
import { printSkipToken } from './skip-token.ts';

const option = z.string().max(4_000).optional();

/** What OData knows; options that are known and not offered are told so by the handler. */
const QuerySchema = z.strictObject({
  $select: option,
  $filter: option,
  $orderby: option,
  $top: option,
  $skip: option,
  $count: option,
  $format: option,
  $skiptoken: option,
  $expand: option,
  $apply: option,
  $search: option,
  $compute: option,
  asOf: option,
  knownAt: option,
  programme: option,
  lang: option,
});

const PAGE = 5_000;
const LARGEST_PAGE = 10_000;

type Request = RouteRequest<ODataQuery, unknown>;

/** What the client would like a page to hold, if it says so. */
function wantedPage(prefer: string | undefined): number | null {
  const wanted = /(?:^|[\s,;])(?:odata\.)?maxpagesize\s*=\s*(\d{1,9})/.exec(prefer ?? '')?.[1];
  return wanted === undefined || Number(wanted) === 0 ? null : Math.min(Number(wanted), LARGEST_PAGE);
}

function questionOf({ answer: { asOf, programme } }: OpenFeed): AnsweredQuestion {
  return { ...asOf, programme: programme.id, catalogueVersion: programme.version };
}

const SHARED_HEADERS = { 'odata-version': '4.0', 'cache-control': 'no-store' } as const;

function jsonAnswer(
  level: MetadataLevel,
  body: unknown,
  headers: Record<string, string> = {},
): Answer<never> {
  return {
    kind: 'text',
    mediaType: jsonType(level),
    body: JSON.stringify(body),
    headers: { ...SHARED_HEADERS, ...headers },
  };
}

/** `Set`, or `Set('key')`. */
function readResource(text: string): { readonly name: string; readonly key: string | null } {
  const match = /^(?<name>\w+)(?:\('(?<key>(?:[^']|'')*)'\))?$/.exec(text);
  if (match === null) throw notFound('unknown-resource', 'The feed has no such resource.');
  const { name = '', key } = match.groups!;
  return { name, key: key === undefined ? null : key.replaceAll("''", "'") };
}

/** The data sets as an OData 4.0 service that spreadsheets and report tools open; it is read and never written. */
export function odataRoutes(services: Services): Route[] {
  const access = { kind: 'ability', ability: 'insights' } as const;
  const reading = { method: 'GET', access, query: QuerySchema, reportTokens: true } as const;
  const root = () => `${services.baseUrl()}/odata/v4`;

  function asking(request: Request): AskedFeed {
    checkVersion(request.header('odata-maxversion'));
    const caller = callerOf(request);
    // Whoever belongs to the network reads companies through the pages and the API.
    if (caller.partnerId === null) throw notFound('no-company', 'The feed is that of one’s own company.');
    return { caller, partnerId: caller.partnerId as PartnerId, query: request.query, locale: request.locale };
  }

  function levelOf({ query, header }: Request): MetadataLevel {
    return metadataLevel(query.$format, header('accept'));
  }

  function nextLink({ url }: Request, { from }: OpenFeed, told: number): string {
    const next = new URL(url, 'http://localhost');
    next.searchParams.set('$skiptoken', printSkipToken({ ...from, told }));
    return `${root()}${next.pathname.slice('/odata/v4'.length)}${next.search}`;
  }

  async function collection(request: Request, asked: AskedFeed, name: string): Promise<Answer<never>> {
    const level = levelOf(request);
    const open = await openFeed(services, asked, askedSet(asked, name));
    const { rows, options, from } = open;
    const { skip, top } = options;
    const wanted = wantedPage(request.header('prefer'));
    const all = rows.slice(skip, top === null ? undefined : skip + top);
    const told = from.told + (wanted ?? PAGE);
    const more = {
      count: rows.length,
      nextLink: told < all.length ? nextLink(request, open, told) : null,
      question: questionOf(open),
    };
    const body = collectionJson({ ...open, level, root: root() }, all.slice(from.told, told), more);
    return jsonAnswer(
      level,
      body,
      wanted === null ? {} : { 'preference-applied': `odata.maxpagesize=${wanted}` },
    );
  }

  async function entity(
    request: Request,
    asked: AskedFeed,
    name: string,
    key: string,
  ): Promise<Answer<never>> {
    const level = levelOf(request);
    const open = await openFeed(services, asked, askedSet(asked, name));
    const row = open.rows.find((each) => open.table.keyOf(each) === key);
    if (row === undefined) throw notFound('unknown-entity', `${name} has no row with this key.`);
    const told = { ...open, level, root: root() };
    const context = level === 'none' ? {} : { '@odata.context': contextOf(told, true) };
    return jsonAnswer(level, { ...context, ...entityJson(told, row) });
  }

  return [
    route({
      ...reading,
      path: '/odata/v4',
      summary: 'The service document of the feed: the entity sets that one may read',
      handle: (request) => {
        const { caller, query } = asking(request);
        checkOptions(query);
        const level = levelOf(request);
        const value = entitySetsFor(caller).map(({ name }) => ({ name, kind: 'EntitySet', url: name }));
        const context = level === 'none' ? {} : { '@odata.context': `${root()}/$metadata` };
        return jsonAnswer(level, { ...context, value });
      },
    }),
    route({
      ...reading,
      path: '/odata/v4/$metadata',
      summary: 'The description of the feed (CSDL XML)',
      handle: (request) => {
        const { caller, query } = asking(request);
        checkOptions(query);
        return {
          kind: 'text',
          mediaType: 'application/xml;charset=utf-8',
          body: metadataDocument(entitySetsFor(caller)),
          headers: SHARED_HEADERS,
        };
      },
    }),
    route({
      ...reading,
      path: '/odata/v4/{name}',
      summary: 'Rows of an entity set, or one row by its key',
      handle: async (request) => {
        const asked = asking(request);
        const { name, key } = readResource(request.params.name ?? '');
        return key === null ? collection(request, asked, name) : entity(request, asked, name, key);
      },
    }),
    route({
      ...reading,
      path: '/odata/v4/{name}/$count',
      summary: 'How many rows of an entity set fit',
      handle: async (request) => {
        const asked = asking(request);
        const { rows } = await openFeed(services, asked, askedSet(asked, request.params.name ?? ''));
        return {
          kind: 'text',
          mediaType: 'text/plain;charset=utf-8',
          body: String(rows.length),
          headers: SHARED_HEADERS,
        };
      },
    }),
  ];
}
