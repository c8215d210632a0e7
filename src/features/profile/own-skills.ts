import type { OwnSkill } from '../../contract/profile.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import { formatDay } from '../../domain/time/day.ts';
import { namedOption } from '../shared/option-names.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';

function ownSkill(answer: PartnerAnswer, verdict: RecordVerdict): OwnSkill {
  const { programme } = answer;
  const { skillId, skill, expiresOn, options, named, reason } = verdict;
  const countsNow = named && reason === null;
  return {
    recordId: verdict.record,
    skillId,
    skillType: skill?.kind ?? 'external',
    skillTitle: skill?.title ?? skillId,
    provider: verdict.provider ?? '',
    source: answer.recordsById().get(verdict.record)?.record.source ?? '',
    achievedOn: formatDay(verdict.achievedOn),
    expiresOn: expiresOn === null ? null : formatDay(expiresOn),
    retiredOn: skill?.retiredOn == null ? null : formatDay(skill.retiredOn),
    countsNow,
    // A source that is not recognised is the more telling reason of the two.
    reason: reason ?? (named ? null : { code: 'not-named', params: {} }),
    countsFor: countsNow ? options.map((option) => namedOption(programme, option)) : [],
  };
}

/** Every record of a person, those that no rule names and those that never count included; newest first. */
export function ownSkills(answer: PartnerAnswer, userId: string): OwnSkill[] {
  return answer.verdicts
    .filter((verdict) => verdict.person === userId)
    .map((verdict) => ownSkill(answer, verdict))
    .sort((a, b) => (a.achievedOn < b.achievedOn ? 1 : a.achievedOn > b.achievedOn ? -1 : 0));
}
