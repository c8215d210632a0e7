import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** An authenticator in software: it makes one passkey and signs with it, as a telephone would. */
export interface SoftPasskey {
  readonly id: string;
  register(options: { readonly challenge: string }, origin?: string): object;
  sign(options: { readonly challenge: string }, origin?: string): object;
  /** As a copy of the authenticator that was made right after the passkey. */
  signAsCopy(options: { readonly challenge: string }): object;
}

const ORIGIN = 'http://localhost:3000';
/** User present and verified; the first answer also carries the new key. */
const VERIFIED = 0x05;
const WITH_KEY = 0x40;

function byteString(bytes: Buffer): Buffer {
  const length =
    bytes.length < 256
      ? Buffer.from([0x58, bytes.length])
      : Buffer.from([0x59, bytes.length >> 8, bytes.length & 0xff]);
  return Buffer.concat([length, bytes]);
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

/** The public key in the form of COSE: an elliptic curve key (2) for ES256 (-7) on P-256 (1). */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    byteString(Buffer.from(x!, 'base64url')),
    Buffer.from([0x22]),
    byteString(Buffer.from(y!, 'base64url')),
  ]);
}

export function softPasskey(): SoftPasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;
  const authenticatorData = (flags: number, rest: Buffer) => {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const server = createHash('sha256').update('localhost').digest();
    return Buffer.concat([server, Buffer.from([flags]), count, rest]);
  };
  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const answer = (response: object) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });
  const made: SoftPasskey = {
    id: id.toString('base64url'),
    register: ({ challenge }, origin = ORIGIN) => {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey(publicKey)]);
      const data = authenticatorData(VERIFIED | WITH_KEY, attested);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        Buffer.concat([text('fmt'), text('none')]),
        Buffer.concat([text('attStmt'), Buffer.from([0xa0])]),
        Buffer.concat([text('authData'), byteString(data)]),
      ]);
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge, origin).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      });
    },
    sign: ({ challenge }, origin = ORIGIN) => {
      const data = authenticatorData(VERIFIED, Buffer.alloc(0));
      const client = clientData('webauthn.get', challenge, origin);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: createSign('SHA256').update(signed).sign(privateKey).toString('base64url'),
      });
    },
    signAsCopy: (options) => {
      const now = counter;
      counter = 1;
      const answer = made.sign(options);
      counter = now;
      return answer;
    },
  };
  return made;
}
