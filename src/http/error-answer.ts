import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isOData, odataError } from './odata-error.ts';
import { HttpProblem } from './problem.ts';
import { isScim, SCIM_MEDIA_TYPE, scimError } from './scim-error.ts';

/** Failures of the HTTP layer itself, by the code that Fastify gives them. */
function fromFramework(error: FastifyError): HttpProblem | null {
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new HttpProblem(400, 'invalid-json', 'The body is not valid JSON.', {
        detail: 'Nothing was changed. Send one JSON value in UTF-8.',
      });
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return new HttpProblem(413, 'too-large', 'The body is larger than allowed.', {
        detail: 'Nothing was changed. Send less at a time.',
      });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new HttpProblem(415, 'unsupported-media-type', 'This content type is not accepted here.', {
        detail: 'Nothing was changed. The description of the interface names what each address accepts.',
      });
    default:
      return null;
  }
}

/** The database is away: it restarts, or the way to it is cut. */
const DATABASE_AWAY = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0[123]|08...)$/;

function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const failure = error as FastifyError;
  if (DATABASE_AWAY.test(failure.code ?? '')) {
    const title = 'The database does not answer at the moment. Nothing was changed.';
    return new HttpProblem(503, 'database-unreachable', title, {}, { 'retry-after': '2' });
  }
  const known = fromFramework(failure);
  if (known !== null) return known;
  // A malformed address or a broken multipart body is the client's, whatever layer noticed it.
  if (typeof failure.statusCode === 'number' && failure.statusCode >= 400 && failure.statusCode < 500) {
    return new HttpProblem(failure.statusCode, 'bad-request', 'The request is not as expected.', {
      detail: 'Nothing was changed.',
    });
  }
  return new HttpProblem(500, 'internal', 'Something went wrong on our side. Nothing was changed by it.');
}

/** Every failure leaves as problem+json, or as SCIM and OData want it; what is not an expected refusal is logged whole and told in one line. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const answer = problemOf(error);
  if (answer.problem.status >= 500) request.log.error({ err: error }, 'request failed');
  reply.headers(answer.headers).code(answer.problem.status).header('cache-control', 'no-store');
  if (isScim(request.url)) {
    if (answer.problem.status === 401) reply.header('www-authenticate', 'Bearer');
    return reply.type(SCIM_MEDIA_TYPE).send(JSON.stringify(scimError(answer.problem)));
  }
  if (isOData(request.url)) {
    // Spreadsheets ask their reader for a name and a password, which is a token here.
    if (answer.problem.status === 401)
      reply.header('www-authenticate', 'Basic realm="Jalon", charset="UTF-8"');
    return reply
      .header('odata-version', '4.0')
      .type('application/json;odata.metadata=minimal;charset=utf-8')
      .send(JSON.stringify(odataError(answer.problem)));
  }
  return reply
    .type('application/problem+json')
    .send(JSON.stringify({ ...answer.problem, instance: request.id }));
}
