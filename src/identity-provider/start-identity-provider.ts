/**
 * An identity provider on this machine that plays work accounts and learning accounts, so that the demo and the tests
 * can walk through the whole of signing in and associating without any network. It protects nothing: whoever reaches
 * it is whom he or she says. It is loaded by the demo and by tests alone.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { overPage } from './choose-page.ts';
import { type LocalClient, type LocalIssuer, localIssuer } from './local-issuer.ts';
import { type LocalPeople, localDirectory, type Side } from './local-people.ts';
import { sharedTranscript } from './local-transcripts.ts';

export interface LocalIdentityProvider {
  readonly address: string;
  readonly work: { readonly issuer: string } & LocalClient;
  readonly learning: { readonly issuer: string } & LocalClient;
  /** Stands in for the host of shared transcripts. */
  readonly transcripts: string;
  close(): Promise<void>;
}

export interface IdentityProviderOrder {
  /** 0 takes a free one; so does a port that is in use. */
  readonly port: number;
  /** Browsers are sent back to addresses that begin so: `http://localhost:3000/oidc/callback/`. */
  readonly callbacks: string;
  readonly people: () => LocalPeople;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function listenSomewhere(server: Server, port: number): Promise<void> {
  try {
    await listen(server, port);
  } catch (error) {
    const { code } = error as { code?: string };
    if (port === 0 || (code !== 'EADDRINUSE' && code !== 'EACCES')) throw error;
    await listen(server, 0);
  }
}

function answerText(response: ServerResponse, status: number, text: string, kind = 'plain'): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { 'content-type': `text/${kind}; charset=utf-8` }).end(text);
}

const ABOUT = `Identity provider of the Jalon demo.
Its learning accounts share their transcripts: https://learn.microsoft.com/users/demo/transcript/demo<MCID>
`;

/** Passes a request on to the issuer at the beginning of its path; transcripts are answered here. */
function answering(issuers: ReadonlyMap<string, LocalIssuer>, people: () => LocalPeople) {
  return (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) => {
    const url = request.url ?? '/';
    const side = /^\/(\w+)(?=\/|$)/.exec(url)?.[1] ?? '';
    const transcript = sharedTranscript(people(), url);
    if (transcript !== null) {
      const type = { 'content-type': 'application/json; charset=utf-8' };
      return void response.writeHead(200, type).end(JSON.stringify(transcript));
    }
    const issuer = issuers.get(side);
    if (issuer === undefined) return answerText(response, 404, ABOUT);
    // The library reads from the two where it is mounted.
    request.originalUrl = url;
    request.url = url.slice(side.length + 1) || '/';
    issuer.handle(request, response).catch(() => {
      const french = /^fr/i.test(request.headers['accept-language'] ?? '');
      answerText(response, 400, overPage(french), 'html');
    });
  };
}

export async function startIdentityProvider(order: IdentityProviderOrder): Promise<LocalIdentityProvider> {
  const issuers = new Map<string, LocalIssuer>();
  const server = createServer(answering(issuers, order.people));
  await listenSomewhere(server, order.port);
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const made = async (side: Side) => {
    const client = { clientId: 'jalon', clientSecret: randomBytes(32).toString('base64url') };
    const issuer = `${address}/${side}`;
    issuers.set(
      side,
      await localIssuer({ ...order, side, issuer, client, directory: localDirectory(side, order.people) }),
    );
    return { issuer, ...client };
  };
  const work = await made('work');
  const learning = await made('learning');
  return {
    address,
    work,
    learning,
    transcripts: `${address}/transcripts`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
