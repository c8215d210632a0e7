import type { Programme } from '../../../domain/catalogue/catalogue.ts';
import { addDays, formatDay, parseDay } from '../../../domain/time/day.ts';
import type { HeldLevel } from '../held-levels.ts';
import { CREDENTIAL_DAYS, credentialName, revocationListPath } from './level-credential.ts';

/**
 * Every credential that the company could have been given within its time of validity for what it does not show any
 * more. The names of credentials follow from level and day, so that none has to be written down when it is given.
 */
export function revocationList(
  place: { readonly baseUrl: string; readonly slug: string },
  programmes: ReadonlyMap<string, Programme>,
  shown: readonly HeldLevel[],
  today: string,
) {
  const held = new Set(
    shown.map(({ programme, competency, level }) => `${programme.id}/${competency.id}/${level.id}`),
  );
  const day = parseDay(today)!;
  const days = Array.from({ length: CREDENTIAL_DAYS }, (_, back) => formatDay(addDays(day, -back)));
  const revokedCredentials = [...programmes.values()].flatMap((programme) =>
    programme.competencies.flatMap((competency) =>
      programme.levels
        .filter((level) => !held.has(`${programme.id}/${competency.id}/${level.id}`))
        .flatMap((level) => {
          const ids = { programme: programme.id, competency: competency.id, level: level.id };
          return days.map((on) => ({ id: credentialName(place, ids, on), revoked: true as const }));
        }),
    ),
  );
  const id = `${place.baseUrl}${revocationListPath(place.slug)}`;
  return { id, issuer: place.baseUrl, revokedCredentials };
}
