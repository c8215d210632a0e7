import { elementsOf, isObject, type Json, type JsonObject } from './scim-json.ts';
import { scimProblem } from './scim-problem.ts';
import {
  type Attribute,
  attributeNamed,
  CORE,
  extensionOf,
  type ResourceType,
  type Schema,
} from './scim-schemas.ts';

/** Said by the server alone, or never kept. */
const NOT_KEPT = ['id', 'meta', 'schemas', 'groups', 'password'];

/** Directories send truth values as text, in any case. */
export function truthOf(value: Json | undefined): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  const lower = value.trim().toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : null;
}

function ofType(attribute: Attribute, value: Json): Json {
  const refused = () => scimProblem('invalid-value', `"${attribute.name}" is not of type ${attribute.type}.`);
  switch (attribute.type) {
    case 'boolean': {
      const truth = truthOf(value);
      if (truth === null) throw refused();
      return truth;
    }
    case 'complex':
      // A bare value stands for the part `value`: so comes the id of a manager, or of a member.
      if (!isObject(value)) return { value };
      return namesInOneWay(value, attribute.subAttributes ?? []);
    default:
      if (isObject(value) || Array.isArray(value)) throw refused();
      return value;
  }
}

/** One value of an attribute, or all of them, as they are kept. */
export function keptValue(attribute: Attribute, value: Json): Json {
  if (attribute.multiValued) return elementsOf(value).map((element) => ofType(attribute, element));
  // Some directories wrap the only value of an attribute.
  const [only, ...more] = Array.isArray(value) ? value : [value];
  if (only === undefined) return null;
  if (more.length > 0) throw scimProblem('invalid-value', `"${attribute.name}" has one value.`);
  return ofType(attribute, only);
}

/** The same object with the known names in their one spelling, and without what is not assigned. */
function namesInOneWay(object: JsonObject, attributes: readonly Attribute[]): JsonObject {
  const kept: [string, Json][] = [];
  for (const [name, value] of Object.entries(object)) {
    const attribute = attributeNamed(attributes, name);
    const own = value === null || attribute === null ? value : keptValue(attribute, value);
    if (own !== null) kept.push([attribute?.name ?? name, own]);
  }
  return Object.fromEntries(kept);
}

function schemasOf(resource: JsonObject, core: Schema, sent: Json | undefined): string[] {
  const named = elementsOf(sent).filter((urn) => typeof urn === 'string');
  const used = Object.keys(resource).filter((name) => /^urn:/i.test(name));
  const known = [core.id, ...named, ...used].map((urn) => extensionOf(urn)?.id ?? urn);
  return [...new Map(known.map((urn) => [urn.toLowerCase(), urn])).values()];
}

/**
 * A resource as it is kept: the values as they were sent, the known names in one spelling, truth values as such.
 * What only the server says (`id`, `meta`) is left out, and so are passwords.
 * @throws 400 `invalidValue` where a known attribute has a value of another type
 */
export function normalisedResource(type: ResourceType, sent: JsonObject): JsonObject {
  const core = CORE[type];
  const kept: [string, Json][] = [];
  for (const [name, value] of Object.entries(sent)) {
    if (NOT_KEPT.includes(name.toLowerCase()) || value === null) continue;
    const extension = extensionOf(name);
    if (extension !== null && isObject(value)) {
      const own = namesInOneWay(value, extension.attributes);
      if (Object.keys(own).length > 0) kept.push([extension.id, own]);
      continue;
    }
    kept.push(...Object.entries(namesInOneWay({ [name]: value }, core.attributes)));
  }
  const resource = Object.fromEntries(kept);
  const schemas = Object.entries(sent).find(([name]) => name.toLowerCase() === 'schemas')?.[1];
  return { schemas: schemasOf(resource, core, schemas), ...resource };
}
