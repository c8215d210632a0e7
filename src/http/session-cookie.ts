/** The `__Host-` prefix makes browsers refuse the cookie from a subdomain; it needs HTTPS. */
export function sessionCookieName(https: boolean): string {
  return https ? '__Host-jalon' : 'jalon';
}

export interface CookieOrder {
  readonly token: string;
  /** Seconds until the browser forgets it; 0 removes it. */
  readonly maxAge: number;
}

export function sessionCookie(order: CookieOrder, https: boolean): string {
  const secure = https ? '; Secure' : '';
  const cookie = `${sessionCookieName(https)}=${order.token}`;
  return `${cookie}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${order.maxAge}${secure}`;
}
