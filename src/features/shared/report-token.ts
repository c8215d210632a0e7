import { newSecretToken } from './secret-token.ts';

/** By which a token says what it is, to the server and to whoever finds one where it should not be. */
const PREFIX = 'jalon_report_';

export function newReportToken(): string {
  return `${PREFIX}${newSecretToken()}`;
}

export function isReportToken(token: string): boolean {
  return token.startsWith(PREFIX);
}
