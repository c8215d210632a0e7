import { notFound } from '../../http/problem.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id of a path that is a UUID. @throws not found, for anything else names nothing here. */
export function uuidParam(params: Readonly<Record<string, string>>, name: string): string {
  const id = params[name] ?? '';
  if (!UUID.test(id)) throw notFound();
  return id;
}
