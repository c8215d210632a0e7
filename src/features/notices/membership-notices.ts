/** Reminders of anniversaries, and the task to check the skills report before each. */
import { type Holding, isHeld } from '../../domain/membership/membership-terms.ts';
import { reminderDays, reminderOwed, reportCheckOpensOn } from '../../domain/membership/reminder-days.ts';
import { type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import type { NoticedLevel } from '../shared/notices/notice-content.ts';
import type { NoticeDraft } from '../shared/notices/raise-notices.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { partnerHoldings } from '../shared/partner-lifecycle.ts';
import { type DueNotices, earliest } from './due-notices.ts';
import { levelsAtRisk } from './noticed-levels.ts';

const NOTHING: DueNotices = { drafts: [], next: null };

/** Levels whose loss comes before the year ends, or has come. */
function threatenedBy(levels: readonly NoticedLevel[], anniversary: string): readonly NoticedLevel[] {
  return levels.filter(({ lostOn }) => lostOn === null || lostOn <= anniversary);
}

export function membershipNotices(answer: PartnerAnswer): DueNotices {
  const { programme, asOf } = answer;
  const policy = programme.membership;
  if (policy === null) return NOTHING;
  const day = parseDay(asOf.validAt)!;
  const held = partnerHoldings(answer, programme, day).filter((each) => isHeld(each) && !each.renewed);

  const reminder = (holding: Holding): NoticeDraft[] => {
    const owed = reminderOwed(policy, holding, day);
    if (owed === null) return [];
    const { offer, window } = holding;
    const anniversary = formatDay(holding.anniversary);
    return [
      {
        content: {
          kind: 'renewal-reminder',
          programme: programme.id,
          day: asOf.validAt,
          offer: offer.id,
          anniversary,
          opens: formatDay(window.opens),
          closes: formatDay(window.closes),
        },
        key: `renewal-reminder ${programme.id} ${offer.id} ${anniversary} ${owed.offset}`,
        userId: null,
      },
    ];
  };

  const check = (anniversary: Day): NoticeDraft => {
    const printed = formatDay(anniversary);
    return {
      content: {
        kind: 'report-check',
        programme: programme.id,
        day: asOf.validAt,
        anniversary: printed,
        threatened: threatenedBy(levelsAtRisk(answer), printed),
      },
      key: `report-check ${programme.id} ${printed}`,
      userId: null,
    };
  };

  const ahead = [...new Set(held.map(({ anniversary }) => anniversary))].filter((each) => each > day);
  const opening = ahead.map((anniversary) => ({ anniversary, on: reportCheckOpensOn(policy, anniversary) }));
  return {
    drafts: [
      ...held.flatMap(reminder),
      ...opening.filter(({ on }) => on <= day).map(({ anniversary }) => check(anniversary)),
    ],
    next: earliest(
      [
        ...held.flatMap((holding) => reminderDays(policy, holding).map(({ on }) => on)),
        ...opening.map(({ on }) => on),
      ].filter((on) => on > day),
    ),
  };
}
