import type { FastifyInstance } from 'fastify';

/** Secrets that travel in an address. */
const SECRET_PATHS = /^(\/api\/v1\/(?:redeem-link|set-up)\/|\/(?:calendar|welcome|set-up)\/).+/;

/** The path alone: queries hold what people search for, some paths hold secrets. */
export function loggedPath(url: string): string {
  const path = url.split('?')[0]!;
  return path.replace(SECRET_PATHS, '$1[secret]');
}

/** One line for each answered request, in place of the two of the framework. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.logLevel === 'warn') return;
    request.log.info(
      {
        method: request.method,
        path: loggedPath(request.url),
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        address: request.ip,
      },
      'request',
    );
  });
}
