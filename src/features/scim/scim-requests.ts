import { z } from 'zod';
import { notFound } from '../../http/problem.ts';
import { checkIfMatch } from '../shared/if-match.ts';
import { isUuid } from '../shared/uuid-param.ts';
import { held, heldText, isObject, type JsonObject } from './scim-json.ts';
import { scimProblem } from './scim-problem.ts';
import type { ResourceType } from './scim-schemas.ts';

const Text = z.string().optional();

/** What may be asked for beside a resource. Directories add parameters of their own, which change nothing. */
export const ResourceQuerySchema = z.looseObject({ attributes: Text, excludedAttributes: Text });

export const ListQuerySchema = z.looseObject({
  attributes: Text,
  excludedAttributes: Text,
  filter: Text,
  startIndex: Text,
  count: Text,
});

/** Any object of JSON: the modules of this folder know what directories send in it. */
export const SentSchema = z.custom<JsonObject>((value) => isObject(value as JsonObject));

/** Ids of another form are answered like ids that do not exist. */
export function scimIdOf(params: Readonly<Record<string, string>>, type: ResourceType): string {
  const id = params.id ?? '';
  if (!isUuid(id)) throw nothingHere(type, id);
  return id.toLowerCase();
}

export function nothingHere(type: string, id: string) {
  return notFound('not-found', `There is no ${type} "${id}".`);
}

/** Refuses a change of what has changed since the directory read it. Tags are compared as they are, weak or not. */
export function checkVersion(header: string | undefined, resource: JsonObject): void {
  const meta = held(resource, 'meta');
  const version = isObject(meta) ? (heldText(meta, 'version') ?? '') : '';
  const strong = (tag: string) => tag.replaceAll('W/', '');
  checkIfMatch(header === undefined ? undefined : strong(header), strong(version));
}

/** @throws 400 when a name that must be there is missing */
export function requiredText(resource: JsonObject, name: string): string {
  const text = heldText(resource, name);
  if (text === null) throw scimProblem('invalid-value', `"${name}" is missing.`);
  if (text.length > 320) throw scimProblem('invalid-value', `"${name}" is too long.`);
  return text;
}
