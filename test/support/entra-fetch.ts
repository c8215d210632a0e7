import type { HostileIssuer } from './hostile-issuer.ts';

const HOST = 'https://login.microsoftonline.com';

/** The issuer that Entra ID announces for accounts of every directory, and the address under which it is asked. */
export const ENTRA = `${HOST}/organizations/v2.0`;
const ANNOUNCED = `${HOST}/{tenantid}/v2.0`;

export const entraIssuerOf = (directory: string): string => `${HOST}/${directory}/v2.0`;

/** Answers for Entra ID by the issuer of a test, whose addresses then look as if they were Entra's. */
export function entraFetch(issuer: HostileIssuer): typeof fetch {
  const own = fetch;
  return async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (!url.startsWith(HOST)) return own(input, init);
    const path = url.includes('openid-configuration')
      ? '/.well-known/openid-configuration'
      : url.slice(HOST.length);
    const answer = await own(`${issuer.issuer}${path}`, init);
    const text = await answer.text();
    const announced = text
      .replace(`"issuer":"${issuer.issuer}"`, `"issuer":"${ANNOUNCED}"`)
      .replace('"authorization_response_iss_parameter_supported":true,', '');
    return new Response(announced.replaceAll(issuer.issuer, HOST), {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    });
  };
}
