import { type Route, route } from '../../http/route.ts';
import type { Services } from '../shared/services.ts';
import { listAnswer, scimAnswer } from './scim-answers.ts';
import type { JsonObject } from './scim-json.ts';
import { ListQuerySchema, nothingHere, ResourceQuerySchema } from './scim-requests.ts';
import {
  type Attribute,
  CORE,
  ENTERPRISE_SCHEMA,
  JALON_SCHEMA,
  type ResourceType,
  SCHEMAS,
  type Schema,
} from './scim-schemas.ts';

const ACCESS = { kind: 'provisioning' } as const;
const EVERYTHING = { only: null, without: [] };
const FROM_THE_FIRST = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

function described(attribute: Attribute): JsonObject {
  const { name, type, description, subAttributes } = attribute;
  const texts: JsonObject = type === 'string' ? { caseExact: attribute.caseExact ?? false } : {};
  return {
    name,
    type,
    multiValued: attribute.multiValued ?? false,
    description,
    required: attribute.required ?? false,
    ...texts,
    mutability: attribute.readOnly ? 'readOnly' : 'readWrite',
    returned: 'default',
    uniqueness: attribute.unique ? 'server' : 'none',
    ...(subAttributes === undefined ? {} : { subAttributes: subAttributes.map(described) }),
  };
}

/** What this service is and takes, for directories that ask (RFC 7644, 4). */
export function scimDiscoveryRoutes({ baseUrl }: Services): Route[] {
  const place = (path: string) => `${baseUrl()}/scim/v2/${path}`;

  function schema({ id, name, description, attributes }: Schema): JsonObject {
    return {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
      id,
      name,
      description,
      attributes: attributes.map(described),
      meta: { resourceType: 'Schema', location: place(`Schemas/${id}`) },
    };
  }

  function resourceType(type: ResourceType): JsonObject {
    const extensions = type === 'User' ? [ENTERPRISE_SCHEMA, JALON_SCHEMA] : [];
    return {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
      id: type,
      name: type,
      endpoint: `/${type}s`,
      description: CORE[type].description,
      schema: CORE[type].id,
      schemaExtensions: extensions.map((id) => ({ schema: id, required: false })),
      meta: { resourceType: 'ResourceType', location: place(`ResourceTypes/${type}`) },
    };
  }

  function configuration(): JsonObject {
    return {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: { supported: true },
      bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
      filter: { supported: true, maxResults: 1_000 },
      changePassword: { supported: false },
      sort: { supported: false },
      etag: { supported: true },
      authenticationSchemes: [
        {
          type: 'oauthbearertoken',
          name: 'Bearer token',
          description: 'The token that an administrator of the company has made',
          primary: true,
        },
      ],
      meta: { resourceType: 'ServiceProviderConfig', location: place('ServiceProviderConfig') },
    };
  }

  const list = (path: string, summary: string, resources: () => JsonObject[]) =>
    route({
      method: 'GET',
      path: `/scim/v2/${path}`,
      summary,
      access: ACCESS,
      query: ListQuerySchema,
      handle: () => {
        const all = resources();
        return listAnswer(all.length, FROM_THE_FIRST, all, EVERYTHING);
      },
    });

  const single = (path: string, summary: string, resource: (id: string) => JsonObject | undefined) =>
    route({
      method: 'GET',
      path: `/scim/v2/${path}`,
      summary,
      access: ACCESS,
      query: ResourceQuerySchema,
      handle: ({ params }) => {
        const found = resource(params.id ?? '');
        if (found === undefined) throw nothingHere(path.split('/')[0]!, params.id ?? '');
        return scimAnswer(200, found);
      },
    });

  const types = ['User', 'Group'] as const;
  return [
    single('ServiceProviderConfig', 'What this service can do', configuration),
    // The name of a draft, which programs of that time still ask for.
    single('serviceConfiguration', 'What this service can do', configuration),
    list('ResourceTypes', 'What there is', () => types.map(resourceType)),
    single(
      'ResourceTypes/{id}',
      'One of them',
      (id) => types.filter((type) => type === id).map(resourceType)[0],
    ),
    list('Schemas', 'The attributes that are known by name', () => SCHEMAS.map(schema)),
    single('Schemas/{id}', 'One schema', (id) => SCHEMAS.filter((one) => one.id === id).map(schema)[0]),
  ];
}
