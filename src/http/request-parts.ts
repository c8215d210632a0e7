import type { FastifyRequest } from 'fastify';
import type { Credentials } from './caller.ts';
import { badRequest } from './problem.ts';
import type { Upload } from './route.ts';
import { sessionCookieName } from './session-cookie.ts';

export function cookiesOf(request: FastifyRequest): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0) cookies[part.slice(0, at).trim()] = part.slice(at + 1).trim();
  }
  return cookies;
}

/** Of a header that was sent more than once, the first. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Programs that know no bearer tokens send theirs as the password of anybody. */
function basicToken(encoded: string): string | null {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const at = text.indexOf(':');
  return at < 0 || at === text.length - 1 ? null : text.slice(at + 1);
}

/**
 * A token decides alone; a cookie sent along with it is not looked at. A browser that has once been told a password sends it
 * along by itself, for foreign pages too: such a one only reads.
 */
export function credentialsOf(request: FastifyRequest, https: boolean): Credentials | null {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const [scheme, value = ''] = authorization.split(' ');
    const named = scheme?.toLowerCase();
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const token = named === 'basic' && reads ? basicToken(value) : named === 'bearer' ? value : null;
    return token ? { kind: 'bearer', token } : null;
  }
  const token = cookiesOf(request)[sessionCookieName(https)];
  return token ? { kind: 'session', token } : null;
}

export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw badRequest('file-missing', 'Send the file as multipart/form-data.');
  const part = await request.file();
  if (part === undefined) throw badRequest('file-missing', 'Send one file in the field "file".');
  const bytes = await part.toBuffer();
  const fields: Record<string, string> = {};
  for (const [name, field] of Object.entries(part.fields)) {
    if (field !== undefined && 'value' in field && typeof field.value === 'string')
      fields[name] = field.value;
  }
  return { fileName: part.filename, bytes, fields };
}
