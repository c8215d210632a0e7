import type { FastifyInstance } from 'fastify';

const LONGEST = 1_024;

/**
 * Mail programs that refuse a mail with one click send a form (RFC 8058): that it came is all there is to know, and it is
 * not looked into. For the routes of `app` alone; no other one takes a form.
 */
export function acceptOneClickForms(app: FastifyInstance): void {
  const options = { parseAs: 'string', bodyLimit: LONGEST } as const;
  app.addContentTypeParser('application/x-www-form-urlencoded', options, (_request, _body, done) =>
    done(null, undefined),
  );
}
