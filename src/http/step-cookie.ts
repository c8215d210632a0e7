/**
 * The cookie of a step in between: it ties what a browser has been asked to the browser that was asked. Pages of other
 * sites never bring it along.
 */
export interface StepCookie {
  readonly name: string;
  set(token: string, maxAgeSeconds: number): string;
  clear(): string;
}

export function stepCookie(step: 'second-step' | 'passkey', https: boolean): StepCookie {
  const name = `${https ? '__Host-' : ''}jalon-${step}`;
  const cookie = (value: string, maxAge: number) =>
    `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAge}${https ? '; Secure' : ''}`;
  return { name, set: cookie, clear: () => cookie('', 0) };
}
