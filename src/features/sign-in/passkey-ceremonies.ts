import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { TenantTransaction } from '../../store/database.ts';
import { addPasskey, findPasskey, listPasskeys, noteUseOfPasskey } from '../../store/passkeys-store.ts';
import type { Services } from '../shared/services.ts';

/** Answers of a browser, checked in form by the contract and in content by the library. */
export type PasskeyAnswer = { readonly id: string } & Readonly<Record<string, unknown>>;

/** The name under which passkeys of this server are known: they work nowhere else. */
function serverOf({ baseUrl }: Pick<Services, 'baseUrl'>): { rpID: string; origin: string } {
  const address = new URL(baseUrl());
  return { rpID: address.hostname, origin: address.origin };
}

/** The library is large: it is loaded by the first who uses a passkey. */
const library = () => import('@simplewebauthn/server');

/** What the browser is asked so that its authenticator makes a passkey that can name its owner by itself. */
export async function newPasskeyOptions(
  services: Services,
  tx: TenantTransaction,
  owner: { readonly userId: string; readonly email: string; readonly name: string },
) {
  const { generateRegistrationOptions } = await library();
  const { rpID } = serverOf(services);
  const known = await listPasskeys(tx, owner.userId);
  return generateRegistrationOptions({
    rpName: 'Jalon',
    rpID,
    userID: new Uint8Array(Buffer.from(owner.userId)),
    userName: owner.email,
    userDisplayName: owner.name,
    excludeCredentials: known.map(({ passkeyId }) => ({ id: passkeyId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** Whether the answer is a new passkey made for this challenge; it is then kept. */
export async function keepNewPasskey(
  services: Services,
  tx: TenantTransaction,
  owner: { readonly userId: string; readonly name: string },
  challenge: string,
  answer: PasskeyAnswer,
): Promise<boolean> {
  const { verifyRegistrationResponse } = await library();
  const { rpID, origin } = serverOf(services);
  const verified = await verifyRegistrationResponse({
    response: answer as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => null);
  if (verified === null || !verified.verified) return false;
  const { credential } = verified.registrationInfo;
  return addPasskey(tx, {
    passkeyId: credential.id,
    userId: owner.userId,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    name: owner.name,
  });
}

/** `passkeyIds`: only these are asked for; absent when the passkey is to say whose it is. */
export async function passkeyOptions(services: Services, passkeyIds?: readonly string[]) {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: serverOf(services).rpID,
    userVerification: 'required',
    ...(passkeyIds === undefined ? {} : { allowCredentials: passkeyIds.map((id) => ({ id })) }),
  });
}

/**
 * Whose passkey has signed the challenge, within the partner of the transaction; `null` when none has. A counter that
 * goes back (a copied authenticator) is refused by the library.
 */
export async function ownerOfPasskey(
  services: Services,
  tx: TenantTransaction,
  challenge: string,
  answer: PasskeyAnswer,
): Promise<string | null> {
  const passkey = await findPasskey(tx, answer.id);
  if (passkey === null) return null;
  const { verifyAuthenticationResponse } = await library();
  const { rpID, origin } = serverOf(services);
  const verified = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: passkey.passkeyId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports as AuthenticatorTransport[],
    },
  }).catch(() => null);
  if (verified === null || !verified.verified) return null;
  await noteUseOfPasskey(tx, passkey.passkeyId, verified.authenticationInfo.newCounter);
  return passkey.userId;
}
