import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Signs somebody of the demo in at a running server, the partner admin of Contoso if nobody is named. @returns the headers by which the server knows the session */
export async function signInOverHttp(
  address: string,
  dataFolder: string,
  who = 'partner-admin@contoso.example',
) {
  const signIns = JSON.parse(readFileSync(join(dataFolder, 'demo-sign-ins.json'), 'utf8'));
  const { email, password } = signIns.find((entry: { email: string }) => entry.email === who);
  const answer = await fetch(`${address}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return { cookie: answer.headers.get('set-cookie')!.split(';')[0]!, 'x-csrf-token': csrfToken };
}
