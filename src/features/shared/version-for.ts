import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import type { AsOf } from './as-of.ts';
import type { Services } from './services.ts';

/**
 * What an answer about a partner depends on: its evidence, the rules, and both times. The day is part of it also when
 * the reader did not name one, so that "today" is asked anew after midnight.
 * @param evidence the version of the evidence, where it has been asked for
 */
export async function versionFor(
  { answers }: Services,
  partnerId: PartnerId,
  { id, version }: Programme,
  { validAt, knownAt }: AsOf,
  evidence?: string,
): Promise<string> {
  const now = evidence ?? (await answers.version(partnerId));
  return [partnerId, now, id, version, validAt, knownAt ?? ''].join(' ');
}
