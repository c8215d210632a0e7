import type { OfferView } from '../../../src/contract/memberships.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';

const REASONS: Readonly<Record<NonNullable<OfferView['reason']>, MessageId>> = {
  'level-not-met': 'membership.reason.level-not-met',
  'level-undetermined': 'membership.reason.level-undetermined',
  excluded: 'membership.reason.excluded',
  'window-not-open': 'membership.reason.window-not-open',
  'already-renewed': 'membership.reason.already-renewed',
  'order-open': 'membership.reason.order-open',
  'no-price': 'membership.reason.no-price',
};

/** Why an offer cannot be bought today; `null` when it can. */
export function useOfferReason(): (offer: OfferView) => string | null {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const level = useLevelName();
  return ({ reason, because, opens, closes, level: id }) =>
    reason === null
      ? null
      : t(REASONS[reason], {
          level: id === null ? '' : level(id),
          offer: because === null ? '' : local(because),
          opens: opens === null ? '' : dates.day(opens),
          closes: closes === null ? '' : dates.day(closes),
        });
}
