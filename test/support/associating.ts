import { newSession } from '../../src/features/sign-in/new-session.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type Browser, browserWith, type DemoServer } from './demo-server.ts';
import { newInvitation } from './invitation.ts';
import { type Choice, cookieSet, walkProvider } from './provider-walk.ts';

const EXAMS = 'microsoft-learning';

export interface Person {
  readonly partnerId: PartnerId;
  readonly userId: string;
  readonly email: string;
  readonly browser: Browser;
}

/** A new browser of a user, who has just signed in. */
export async function signedIn(server: DemoServer, partnerId: string, userId: string): Promise<Browser> {
  const claim = { partnerId: partnerId as PartnerId, actor: { kind: 'user', userId } } as const;
  const manner = { method: 'password', userAgent: null, address: '127.0.0.1' } as const;
  const token = await server.services.database.asTenant(claim, (tx) => newSession(tx, userId, manner));
  const cookie = `jalon=${token}`;
  const me = await server.app.inject({ url: '/api/v1/me', headers: { cookie } });
  return browserWith(server.app, cookie, me.json().csrfToken);
}

/** A new user of a company, signed in. */
export async function newPerson(server: DemoServer, partnerId: string): Promise<Person> {
  const { userId, email } = await newInvitation(server, partnerId);
  return {
    partnerId: partnerId as PartnerId,
    userId,
    email,
    browser: await signedIn(server, partnerId, userId),
  };
}

/** Where the browser is sent back to after it has shown an account at the provider. */
export async function showAccount(
  server: DemoServer,
  { browser }: Pick<Person, 'browser'>,
  choice: Choice,
  providers: readonly string[] = [EXAMS],
): Promise<string> {
  const begun = await browser.send('POST', '/api/v1/me/learning-accounts/associate', { providers });
  if (begun.statusCode !== 200) throw new Error(`not begun: ${begun.body}`);
  const url = await walkProvider(begun.json().address, choice);
  const session = cookieSet(browser.cookie);
  const back = await server.app.inject({
    url,
    cookies: { ...session, ...cookieSet(String(begun.headers['set-cookie'])) },
  });
  return String(back.headers.location);
}

export function proofOf(address: string): string {
  const proofId = /^\/profile\/associate\/([0-9a-f-]+)$/.exec(address)?.[1];
  if (proofId === undefined) throw new Error(`no account was shown: ${address}`);
  return `/api/v1/me/association-proofs/${proofId}`;
}

/** A learning account as it is typed at the provider. */
export function account(accountId: string, email = `${accountId}@mail.example`): Choice {
  return { accountId, email, name: `Holder of ${accountId}` };
}

/** The whole round, to the answer of the confirmation. */
export async function associate(
  server: DemoServer,
  person: Pick<Person, 'browser'>,
  choice: Choice,
  providers: readonly string[] = [EXAMS],
) {
  const proof = proofOf(await showAccount(server, person, choice, providers));
  return person.browser.send('POST', `${proof}/confirm`);
}
