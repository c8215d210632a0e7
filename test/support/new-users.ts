/** New users of the demo's first company, and what tests do with them. */
import { expect } from 'vitest';
import type { Browser, DemoServer } from './demo-server.ts';

interface NewUser {
  readonly user: { readonly userId: string; readonly workEmail: string };
  readonly firstSignIn: {
    readonly temporaryPassword: string;
    readonly mail: string;
    readonly userName: string;
  };
}

/** @param of the server and its administrator, once they are there */
export function newUsers(of: { readonly server: () => DemoServer; readonly admin: () => Browser }) {
  let number = 0;
  return {
    /** Adds somebody with a name and an address of his or her own, or those that are given. */
    added: async (more: object = {}, browser = of.admin()): Promise<NewUser> => {
      number += 1;
      const person = {
        firstName: 'Nadia',
        lastName: `Ferrand ${number}`,
        workEmail: `nadia${number}@contoso.example`,
        ...more,
      };
      const answer = await browser.send('POST', '/api/v1/partners/contoso/users', person);
      expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()]);
      return answer.json() as NewUser;
    },
    later: (milliseconds: number) => {
      const { clock } = of.server();
      clock.now = new Date(clock.now.getTime() + milliseconds);
    },
    /** Of one address: the clock stands still, so the order of all mails tells nothing. */
    mailsTo: async (address: string) =>
      (await of.server().mails('contoso')).filter(({ to }) => to === address),
    signIn: (email: string, password: string) =>
      of.server().app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { email, password } }),
  };
}
