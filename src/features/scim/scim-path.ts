import type { ScimFilter } from './scim-filter.ts';
import { scimProblem } from './scim-problem.ts';
import { CORE, extensionOf } from './scim-schemas.ts';

/** A place in a resource: `emails[type eq "work"].value`, `name.givenName`, `urn:…:User:manager`. */
export interface ScimPath {
  /** The extension that holds the attribute; `null` in the resource itself. */
  readonly extension: string | null;
  /** `null` only for an extension as a whole. */
  readonly attribute: string | null;
  /** Which elements of an attribute with several values are meant. */
  readonly filter: ScimFilter | null;
  readonly sub: string | null;
}

const NAME = /^\$?[A-Za-z][\w$-]*$/;
/** The names of schemas hold dots and colons themselves: they end in the kind of thing that they extend. */
const WITH_SCHEMA = /^(urn:.+?:(?:User|Group))(?::(.+))?$/i;
const CORE_SCHEMAS: readonly string[] = Object.values(CORE).map(({ id }) => id.toLowerCase());

function schemaAndRest(text: string): { readonly extension: string | null; readonly rest: string | null } {
  const match = WITH_SCHEMA.exec(text);
  if (match === null) return { extension: null, rest: text };
  const urn = match[1]!;
  const rest = match[2] ?? null;
  if (CORE_SCHEMAS.includes(urn.toLowerCase())) return { extension: null, rest };
  return { extension: extensionOf(urn)?.id ?? urn, rest };
}

/** Reads a name without brackets: an attribute or a part of one, in the resource or an extension. */
export function namedPath(text: string): ScimPath {
  const { extension, rest } = schemaAndRest(text);
  if (rest === null) {
    if (extension !== null) return { extension, attribute: null, filter: null, sub: null };
    throw scimProblem('invalid-path', `"${text}" names no attribute.`);
  }
  const [attribute, sub, ...more] = rest.split('.');
  const wellFormed = NAME.test(attribute!) && (sub === undefined || NAME.test(sub)) && more.length === 0;
  if (!wellFormed) throw scimProblem('invalid-path', `"${text}" is not the name of an attribute.`);
  return { extension, attribute: attribute!, filter: null, sub: sub ?? null };
}
