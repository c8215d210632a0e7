import type { FastifyInstance } from 'fastify';

/** Directories send JSON under a name of its own, also where they have nothing to send. */
export function acceptScimBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/scim+json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else parse(request, body as string, done);
  });
}
