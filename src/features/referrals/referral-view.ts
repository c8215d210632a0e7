import type { ReferralDetail, ReferralView } from '../../contract/referrals.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { erasedFrom } from '../../domain/referrals/referral-retention.ts';
import { nextReferralStates } from '../../domain/referrals/referral-states.ts';
import type { Referral, ReferralEvent } from '../../store/referrals-store.ts';

/** The name of what an enquiry is about; a competency that the catalogue no longer has is shown by its id. */
function competencyOf(programmes: ReadonlyMap<string, Programme>, id: string | null) {
  if (id === null) return null;
  const [programme = '', competency = ''] = id.split('/');
  const found = programmes.get(programme)?.competencies.find((each) => each.id === competency);
  return { id, name: found?.name ?? { fr: competency, en: competency } };
}

export function referralView(referral: Referral, programmes: ReadonlyMap<string, Programme>): ReferralView {
  const { state, changedAt, receivedAt, erasedAt, ...said } = referral;
  return {
    ...said,
    state,
    nextStates: [...nextReferralStates(state)],
    competency: competencyOf(programmes, referral.competency),
    receivedAt: receivedAt.toISOString(),
    changedAt: changedAt.toISOString(),
    erasedOn: (erasedAt ?? erasedFrom(state, changedAt)).toISOString().slice(0, 10),
    erased: erasedAt !== null,
  };
}

/** @param names of people of the company, by actor */
export function referralDetail(
  view: ReferralView,
  events: readonly ReferralEvent[],
  names: ReadonlyMap<string, string>,
): ReferralDetail {
  return {
    ...view,
    events: events.map(({ at, actor, state, note }) => ({
      at: at.toISOString(),
      by: names.get(actor) ?? null,
      state,
      note,
    })),
  };
}
