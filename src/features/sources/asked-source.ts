import { badRequest } from '../../http/problem.ts';

const SOURCE_ID = /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/;

/** The source of a route that is about one. */
export function askedSource(params: Readonly<Record<string, string>>): string {
  const sourceId = params.sourceId ?? '';
  if (SOURCE_ID.test(sourceId)) return sourceId;
  throw badRequest('invalid-source', 'A source id has lower-case letters, digits and hyphens.');
}
