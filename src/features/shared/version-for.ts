import type { PartnerId } from '../../store/partner-id.ts';
import type { AsOf } from './as-of.ts';
import type { Services } from './services.ts';

/**
 * What an answer about a partner depends on: its evidence, the catalogue, and both times. The day is part of
 * it also when the reader did not name one, so that "today" is asked anew after midnight.
 */
export async function versionFor(services: Services, partnerId: PartnerId, asOf: AsOf): Promise<string> {
  return [partnerId, await services.answers.version(partnerId), asOf.validAt, asOf.knownAt ?? ''].join(' ');
}
