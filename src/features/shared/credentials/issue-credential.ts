import type { PublicProfile } from '../public-profile.ts';
import type { Services } from '../services.ts';
import { keyAddress, signingKey } from './credential-keys.ts';
import { levelCredential } from './level-credential.ts';
import { signToken } from './signed-token.ts';

/** The signed credential of what a company shows today in a competency; `null` where it shows nothing. */
export async function issueCredential(
  services: Services,
  shown: PublicProfile,
  asked: { readonly programme: string; readonly competency: string },
): Promise<string | null> {
  const held = shown.levels.find(
    ({ programme, competency }) => programme.id === asked.programme && competency.id === asked.competency,
  );
  if (held === undefined) return null;
  const baseUrl = services.baseUrl();
  const { keyId, key } = await signingKey(services);
  return signToken(levelCredential({ baseUrl, shown, held }), keyAddress(baseUrl, keyId), key);
}
