import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An identity provider that lies as a test tells it to. */
export interface HostileIssuer {
  readonly issuer: string;
  /** Changes the claims or the signature of the next tokens; `null`: it is honest. */
  lie(change: Lie | null): void;
  close(): Promise<void>;
}

interface Lie {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signed with a key that the issuer does not publish. */
  readonly foreignKey?: true;
  /** Signed with the published key as if that were a secret that both know (HS256). */
  readonly keyAsSecret?: true;
  /** The token says that it is not signed at all. */
  readonly unsigned?: true;
  readonly announcedIssuer?: string;
  /** In place of what it says of itself. */
  readonly announced?: Readonly<Record<string, string>>;
}

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function hostileIssuer(): Promise<HostileIssuer> {
  const keys = rsa();
  const foreign = rsa();
  let lie: Lie | null = null;
  let issuer = '';
  /** The nonce of a code is the code itself: a test sends the browser back with `code=<nonce>`. */
  const token = (nonce: string, audience: string): string => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, sub: 'mallory', aud: audience, iat: now, exp: now + 300, nonce };
    const alg = lie?.unsigned ? 'none' : lie?.keyAsSecret ? 'HS256' : 'RS256';
    const head = { alg, kid: 'hostile' };
    const text = `${part(head)}.${part({ ...claims, ...lie?.claims })}`;
    if (lie?.unsigned) return `${text}.`;
    if (lie?.keyAsSecret) {
      const secret = keys.publicKey.export({ format: 'pem', type: 'spki' });
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
    }
    const { privateKey } = lie?.foreignKey ? foreign : keys;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
  };
  const server = createServer(async (request, response) => {
    const answer = (body: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration') {
      answer({
        issuer: lie?.announcedIssuer ?? issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        authorization_response_iss_parameter_supported: true,
        id_token_signing_alg_values_supported: ['RS256'],
        ...lie?.announced,
      });
    } else if (request.url === '/keys') {
      const jwk = keys.publicKey.export({ format: 'jwk' });
      answer({ keys: [{ ...jwk, kid: 'hostile', alg: 'RS256', use: 'sig' }] });
    } else {
      let form = '';
      for await (const chunk of request) form += String(chunk);
      const sent = new URLSearchParams(form);
      const idToken = token(sent.get('code') ?? '', sent.get('client_id') ?? '');
      answer({ access_token: 'x', token_type: 'bearer', id_token: idToken });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    lie: (change) => {
      lie = change;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
