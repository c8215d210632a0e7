import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { ProblemSchema } from '../contract/common.ts';
import { rolesWith } from '../contract/roles.ts';
import type { Access, Route } from './route.ts';

const PROBLEM = { 'application/problem+json': { schema: ProblemSchema } };

const UploadSchema = z.object({ file: z.string().meta({ format: 'binary' }), kind: z.string().optional() });

function accessInWords(access: Access): string {
  switch (access.kind) {
    case 'public':
      return 'Open to everybody.';
    case 'provisioning':
      return 'The directory of a company.';
    case 'source':
      return `A source, by its signature; roles: ${rolesWith(access.ability).join(', ')}.`;
    case 'signed-in':
      return 'Any signed-in user.';
    case 'ability':
      return access.ability === 'own-profile' || access.ability === 'requirements'
        ? 'Any signed-in user.'
        : `Roles: ${rolesWith(access.ability).join(', ')}.`;
    case 'partner': {
      const roles = [...new Set(access.abilities.flatMap((ability) => rolesWith(ability)))];
      return roles.length === 0 ? 'Any user of the partner.' : `Roles: ${roles.join(', ')}.`;
    }
  }
}

function pathParameters(path: string): Record<string, { type: 'string' }> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  return Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
}

function successOf(route: Route): ZodOpenApiOperationObject['responses'] {
  const files = Object.fromEntries(
    (route.files ?? []).map((type) => [type, { schema: { type: 'string', format: 'binary' } as const }]),
  );
  const body = route.response === undefined ? {} : { 'application/json': { schema: route.response } };
  const content = { ...body, ...files };
  if (Object.keys(content).length === 0) return { '204': { description: 'Done.' } };
  return {
    [String(route.status ?? 200)]: { description: 'The answer.', content },
  } as ZodOpenApiOperationObject['responses'];
}

function failuresOf(route: Route): ZodOpenApiOperationObject['responses'] {
  const failures: Record<string, { description: string; content: typeof PROBLEM }> = {
    '400': { description: 'The query or the body is not as expected.', content: PROBLEM },
  };
  if (route.access.kind !== 'public') {
    failures['401'] = { description: 'Nobody is signed in.', content: PROBLEM };
    failures['403'] = {
      description: 'A role is missing; the answer names it and its holders.',
      content: PROBLEM,
    };
    failures['404'] = { description: 'There is nothing here for this reader.', content: PROBLEM };
  }
  return failures as ZodOpenApiOperationObject['responses'];
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  const parameters = Object.entries(pathParameters(route.path)).map(
    ([name, schema]) => ({ name, in: 'path', required: true, schema }) as const,
  );
  const body = route.upload
    ? { 'multipart/form-data': { schema: UploadSchema } }
    : route.body === undefined
      ? null
      : { 'application/json': { schema: route.body } };
  return {
    summary: route.summary,
    description: accessInWords(route.access),
    parameters: [...parameters],
    ...(route.query === undefined ? {} : { requestParams: { query: route.query as z.ZodObject } }),
    ...(body === null ? {} : { requestBody: { required: true, content: body } }),
    responses: { ...successOf(route), ...failuresOf(route) },
    security: route.access.kind === 'public' ? [] : [{ session: [] }, { bearer: [] }],
  };
}

/** The OpenAPI 3.1 description of the route table, made from the same schemas that check the requests. */
export function openapiDocument(routes: readonly Route[], version: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    if (!route.path.startsWith('/api/')) continue;
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Jalon',
      version,
      description: 'What a partner holds, why, and what counts. Errors are problem details (RFC 9457).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'jalon' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  });
}
