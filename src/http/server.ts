import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import { answerMemory } from './answer-memory.ts';
import { askedLocale } from './asked-locale.ts';
import type { Caller, Gate } from './caller.ts';
import { checkForgery } from './csrf.ts';
import { answerError } from './error-answer.ts';
import { acceptOneClickForms } from './form-bodies.ts';
import { type Readings, registerReadings } from './installation-metrics.ts';
import { checkAccess } from './permissions.ts';
import { registerRequestLog } from './request-log.ts';
import { registerRequestMetrics } from './request-metrics.ts';
import { cookiesOf, credentialsOf, headerOf, readUpload } from './request-parts.ts';
import type { Route } from './route.ts';
import { scimAddresses } from './scim-address.ts';
import { acceptScimBodies } from './scim-bodies.ts';
import { registerSecurityHeaders } from './security-headers.ts';
import { type Answering, sendAnswer } from './send-answer.ts';
import { keepSignedBytes, signedDeliveryOf } from './signed-bodies.ts';
import { validated } from './validation.ts';
import { registerWebPage } from './web-page.ts';

export interface ServerOptions {
  readonly routes: readonly Route[];
  readonly gate: Gate;
  readonly baseUrl: string;
  readonly webFolder: string;
  readonly logger: Logger;
  readonly uploadLimit: number;
  /** True while the database answers. */
  readonly ready: () => Promise<boolean>;
  /** What `/metrics` tells beside the requests. */
  readonly readings?: Readings;
  /** Tests also hold every answer against its schema. */
  readonly checkAnswers?: boolean;
}

const ANSWER_MEMORY_CHARACTERS = 64 * 1024 * 1024;

interface Pipeline extends ServerOptions, Answering {
  readonly https: boolean;
  readonly checkAnswers: boolean;
}

/** A source signs what it delivers; everybody else is known by a session or a token. */
async function callerOfRoute(
  route: Route,
  request: FastifyRequest,
  pipeline: Pipeline,
): Promise<Caller | null> {
  const { sourceId = '' } = request.params as Record<string, string>;
  const signed = route.access.kind === 'source' ? signedDeliveryOf(request, sourceId) : null;
  return signed === null ? callerOfRequest(request, pipeline) : pipeline.gate.authenticateSource(signed);
}

async function callerOfRequest(request: FastifyRequest, pipeline: Pipeline): Promise<Caller | null> {
  const credentials = credentialsOf(request, pipeline.https);
  return credentials === null ? null : pipeline.gate.authenticate(credentials);
}

function register(app: FastifyInstance, route: Route, pipeline: Pipeline): void {
  app.route({
    method: route.method,
    url: route.path.replace(/\{(\w+)\}/g, ':$1'),
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    handler: async (request, reply) => {
      const params = request.params as Record<string, string>;
      const caller = await callerOfRoute(route, request, pipeline);
      checkForgery(request, route.access.kind === 'public' ? null : caller, pipeline.baseUrl);
      const locale = askedLocale(caller, request.headers['accept-language']);
      const asked = { caller, params, method: request.method, path: request.url, requestId: request.id };
      await checkAccess(route, asked, pipeline.gate);
      const answer = await route.handle({
        caller,
        locale,
        method: request.method,
        params,
        query: validated(route.query, request.query, 'query', locale),
        body: route.upload ? undefined : validated(route.body, request.body, 'body', locale),
        url: request.url,
        ip: request.ip,
        userAgent: request.headers['user-agent'] ?? null,
        requestId: request.id,
        header: (name) => headerOf(request, name),
        cookies: cookiesOf(request),
        upload: () => readUpload(request),
      });
      return sendAnswer(answer, route, caller, request, reply, pipeline);
    },
  });
}

/** A server that stops ends the answers under way, and does not wait for browsers that keep their connections. */
function closeWhenAnswered(app: FastifyInstance): void {
  app.addHook('preClose', (done) => {
    const closing = setInterval(() => app.server.closeIdleConnections(), 100);
    app.server.once('close', () => clearInterval(closing));
    closing.unref();
    done();
  });
}

/** How the bodies of a route are read where it is not how all are. */
function bodiesOf(route: Route): ((scope: FastifyInstance) => void) | null {
  if (route.access.kind === 'source') return keepSignedBytes;
  return route.ignoredForm === undefined ? null : acceptOneClickForms;
}

/** Puts the route table behind one pipeline: who asks, forgery, access, validation, handler, answer. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const https = options.baseUrl.startsWith('https:');
  const memory = answerMemory(ANSWER_MEMORY_CHARACTERS);
  const pipeline = { ...options, https, memory, checkAnswers: options.checkAnswers ?? false };
  const app = fastify({
    loggerInstance: options.logger as FastifyBaseLogger,
    genReqId: () => randomUUID(),
    bodyLimit: 256 * 1024,
    trustProxy: false,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    // Keys of rows of the feed are longer than most parts of addresses.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    rewriteUrl: scimAddresses(options.routes),
  });
  // Only JSON and uploads are read: a form of a foreign page can then not even be parsed.
  app.removeContentTypeParser('text/plain');
  acceptScimBodies(app);
  app.setErrorHandler(answerError);
  closeWhenAnswered(app);
  registerRequestLog(app);
  await registerSecurityHeaders(app, https);
  await app.register(multipart, {
    limits: { fileSize: options.uploadLimit, files: 1, fields: 10, parts: 12 },
  });
  const metrics = registerRequestMetrics(app);
  const takeReadings = options.readings === undefined ? null : registerReadings(metrics, options.readings);
  registerHealth(app, pipeline, async () => {
    await takeReadings?.();
    return metrics.metrics();
  });
  for (const route of options.routes) {
    const ownBodies = bodiesOf(route);
    if (ownBodies === null) register(app, route, pipeline);
    else {
      await app.register(async (scope) => {
        ownBodies(scope);
        register(scope, route, pipeline);
      });
    }
  }
  await registerWebPage(app, options.webFolder);
  return app;
}

function registerHealth(app: FastifyInstance, pipeline: Pipeline, metrics: () => Promise<string>): void {
  const quiet = { logLevel: 'warn' } as const;
  app.get('/livez', quiet, async () => ({ status: 'alive' }));
  app.get('/readyz', quiet, async (_request, reply) => {
    const ready = await pipeline.ready();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database-unreachable' });
  });
  app.get('/metrics', quiet, async (request, reply) => {
    const nearby = request.ip === '127.0.0.1' || request.ip === '::1' || request.ip === '::ffff:127.0.0.1';
    const caller = nearby ? null : await callerOfRequest(request, pipeline);
    if (!nearby && !caller?.abilities.has('network')) return reply.code(404).send();
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics());
  });
}
