import type { EndingEffect, KeptSkills } from '../../src/contract/associations.ts';
import type { MessageId } from '../messages/messages.ts';
import { useDates } from '../messages/use-dates.ts';
import { useText } from '../messages/use-text.ts';

const KEPT_BY: Readonly<Record<KeptSkills['by'], MessageId>> = {
  pmc: 'ending.kept.pmc',
  'partner-center': 'ending.kept.partnerCenter',
  'other-account': 'ending.kept.otherAccount',
};

const NOT_COUNTING: Readonly<Record<NonNullable<EndingEffect['notCounting']>, MessageId>> = {
  'no-skill-known': 'ending.none.noSkillKnown',
  'person-left': 'ending.none.personLeft',
  'none-counts': 'ending.none.noneCounts',
};

/** Items of a list: why skills of an account go on counting when an association of it ends, or did not count before. */
export function WhatKeepsCounting({ effect }: { effect: EndingEffect }) {
  const t = useText();
  const dates = useDates();
  const { kept, notCounting } = effect;
  return (
    <>
      {notCounting !== null && <li>{t(NOT_COUNTING[notCounting])}</li>}
      {kept.map(({ by, skills, until }) => (
        <li key={by}>{t(KEPT_BY[by], { count: skills, day: until === null ? 'none' : dates.day(until) })}</li>
      ))}
    </>
  );
}
