import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import type { AsOf } from './as-of.ts';
import type { Services } from './services.ts';

/**
 * What an answer about a partner depends on: its evidence, the rules, and both times. The day is part of it also when
 * the reader did not name one, so that "today" is asked anew after midnight.
 */
export async function versionFor(
  { answers }: Services,
  partnerId: PartnerId,
  { id, version }: Programme,
  { validAt, knownAt }: AsOf,
): Promise<string> {
  return [partnerId, await answers.version(partnerId), id, version, validAt, knownAt ?? ''].join(' ');
}
