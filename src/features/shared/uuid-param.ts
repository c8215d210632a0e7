import { notFound } from '../../http/problem.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Ids of another form name nothing here: they are not even asked for in the database. */
export function isUuid(id: string | undefined): id is string {
  return id !== undefined && UUID.test(id);
}

/** An id of a path that is a UUID. @throws not found, for anything else names nothing here. */
export function uuidParam(params: Readonly<Record<string, string>>, name: string): string {
  const id = params[name];
  if (!isUuid(id)) throw notFound();
  return id;
}
