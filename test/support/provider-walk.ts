/** The way of a browser through the local identity provider, without a browser. */

export type Choice =
  /** The id of a person of the provider's list: the object id of a work account, the id of a learning account. */
  | { readonly person: string }
  | {
      readonly email: string;
      readonly name?: string;
      readonly accountId?: string;
      readonly unverified?: true;
    }
  | { readonly cancel: true };

type Jar = Map<string, string>;

function keepCookies(jar: Jar, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

async function ask(jar: Jar, address: string, form?: URLSearchParams): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(address, {
    redirect: 'manual',
    headers: { cookie },
    ...(form === undefined ? {} : { method: 'POST', body: form }),
  });
  keepCookies(jar, answer);
  return answer;
}

function formOf(choice: Choice): URLSearchParams {
  if ('cancel' in choice) return new URLSearchParams({ cancel: 'yes' });
  if ('person' in choice) return new URLSearchParams(choice);
  const { email, name = '', accountId = '', unverified } = choice;
  const form = new URLSearchParams({ email, name, accountId });
  if (unverified) form.set('unverified', 'yes');
  return form;
}

/** Follows an authorization address to its end: the path and query with which the browser comes back. */
export async function walkProvider(authorizationAddress: string, choice: Choice): Promise<string> {
  const origin = new URL(authorizationAddress).origin;
  const jar: Jar = new Map();
  let address = authorizationAddress;
  for (let step = 0; step < 10; step++) {
    const answer = await ask(jar, address);
    const location = answer.headers.get('location');
    if (location !== null) {
      const next = new URL(location, address);
      if (next.origin !== origin) return next.pathname + next.search;
      address = next.href;
      continue;
    }
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
    const chosen = await ask(jar, address, formOf(choice));
    address = new URL(chosen.headers.get('location') ?? '', address).href;
    if (new URL(address).origin !== origin) return new URL(address).pathname + new URL(address).search;
  }
  throw new Error('the provider sent the browser round in circles');
}

/** A cookie as a browser sends it back, from one that a server set. */
export function cookieSet(setCookie: string): Record<string, string> {
  const [pair = ''] = setCookie.split(';');
  const at = pair.indexOf('=');
  return { [pair.slice(0, at)]: pair.slice(at + 1) };
}
