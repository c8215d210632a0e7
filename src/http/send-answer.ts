import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AnswerMemory, entityTag, tagMatches } from './answer-memory.ts';
import type { Caller } from './caller.ts';
import type { Answer, Route } from './route.ts';
import { pagePolicy } from './security-headers.ts';

/** Where ready answers are kept, and whether every answer is held against its schema (in tests). */
export interface Answering {
  readonly memory: AnswerMemory;
  readonly checkAnswers: boolean;
}

/** What two readers must share to be given the same ready text: partner, abilities and language. */
function viewOf(caller: Caller | null): string {
  if (caller === null) return '';
  return [caller.partnerId ?? '*', caller.locale, ...[...caller.abilities].sort()].join(' ');
}

function checked(route: Route, text: string, answering: Answering): string {
  if (answering.checkAnswers && route.response !== undefined) route.response.parse(JSON.parse(text));
  return text;
}

function asText(route: Route, body: unknown, answering: Answering): string {
  return checked(route, JSON.stringify(body), answering);
}

async function sendVersioned(
  answer: Extract<Answer<unknown>, { kind: 'versioned' | 'versioned-text' }>,
  route: Route,
  caller: Caller | null,
  request: FastifyRequest,
  reply: FastifyReply,
  answering: Answering,
): Promise<FastifyReply> {
  const tag = entityTag(answer.version, request.url, viewOf(caller));
  reply.header('etag', tag).header('cache-control', 'private, no-cache');
  if (tagMatches(request.headers['if-none-match'], tag)) return reply.code(304).send();
  let text = answering.memory.get(tag);
  if (text === undefined) {
    text =
      answer.kind === 'versioned'
        ? asText(route, await answer.body(), answering)
        : checked(route, await answer.text(), answering);
    answering.memory.set(tag, text);
  }
  return reply.type('application/json; charset=utf-8').send(text);
}

/** Writes the answer of a handler, whatever its kind. */
export async function sendAnswer(
  answer: Answer<unknown>,
  route: Route,
  caller: Caller | null,
  request: FastifyRequest,
  reply: FastifyReply,
  answering: Answering,
): Promise<FastifyReply> {
  switch (answer.kind) {
    case 'versioned':
    case 'versioned-text':
      return sendVersioned(answer, route, caller, request, reply, answering);
    case 'json':
      return reply
        .headers({ 'cache-control': 'no-store', ...answer.headers })
        .code(answer.status)
        .type('application/json; charset=utf-8')
        .send(asText(route, answer.body, answering));
    case 'empty':
      return reply
        .headers({ ...answer.headers })
        .code(204)
        .send();
    case 'file':
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', contentDisposition(answer.fileName))
        .type(answer.mediaType)
        .send(answer.content);
    case 'html':
      return reply
        .headers({ ...answer.headers })
        .code(answer.status ?? 200)
        .header('content-security-policy', pagePolicy(answer.nonce))
        .type('text/html; charset=utf-8')
        .send(answer.body);
    case 'text':
      return reply
        .headers({ ...answer.headers })
        .code(answer.status ?? 200)
        .type(answer.mediaType)
        .send(answer.body);
    case 'bytes':
      return reply
        .headers({ 'cache-control': 'no-store', ...answer.headers })
        .type(answer.mediaType)
        .send(answer.content);
    case 'redirect':
      // Where somebody is sent may depend on what the server knows of the browser.
      return reply.headers({ 'cache-control': 'no-store', ...answer.headers }).redirect(answer.to, 302);
  }
}

/** The name in ASCII for old clients and in UTF-8 for the others (RFC 6266). */
function contentDisposition(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
