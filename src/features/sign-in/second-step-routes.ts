import { MeSchema } from '../../contract/session.ts';
import { SecondStepRequestSchema } from '../../contract/sign-in.ts';
import { HttpProblem, tooManyAttempts } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { sessionCookieName } from '../../http/session-cookie.ts';
import { stepCookie } from '../../http/step-cookie.ts';
import type { Services } from '../shared/services.ts';
import { SECOND_STEP_MS, takeSecondStep } from './second-step.ts';
import type { SessionGate } from './session-gate.ts';
import { welcomeIn } from './welcome-in.ts';

/** The password was right: the page asks for the code, and this browser alone may bring it. */
export function secondStepNeeded(token: string, https: boolean): HttpProblem {
  const cookie = stepCookie('second-step', https).set(token, SECOND_STEP_MS / 1000);
  const title = 'The code of your authenticator app is needed.';
  return new HttpProblem(401, 'second-step-needed', title, {}, { 'set-cookie': cookie });
}

export function secondStepRoutes(services: Services, gate: SessionGate): Route[] {
  const { https } = services;
  const step = stepCookie('second-step', https);
  const over = () =>
    new HttpProblem(
      401,
      'second-step-over',
      'Begin again with your password.',
      {},
      { 'set-cookie': step.clear() },
    );
  return [
    route({
      method: 'POST',
      path: '/api/v1/sign-in/second-step',
      summary: 'Finish a sign-in with a code of the authenticator app, or a recovery code',
      access: { kind: 'public' },
      body: SecondStepRequestSchema,
      response: MeSchema,
      handle: async ({ body, cookies, ip, userAgent }) => {
        const token = cookies[step.name];
        if (token === undefined) throw over();
        const earlierSession = cookies[sessionCookieName(https)] ?? null;
        const manner = { userAgent, address: ip };
        const result = await takeSecondStep(services, { token, code: body.code, manner, earlierSession });
        if (result.kind === 'too-many') throw tooManyAttempts(result.retryAfterSeconds);
        if (result.kind === 'over') throw over();
        if (result.kind === 'wrong-code') {
          throw new HttpProblem(401, 'wrong-code', 'This code is wrong, out of date, or was used before.');
        }
        if (earlierSession !== null) gate.forget(earlierSession);
        return welcomeIn(services, gate, result.token, [step.clear()]);
      },
    }),
  ];
}
