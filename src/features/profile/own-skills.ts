import type { OwnSkill } from '../../contract/profile.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import { validUntil } from '../../domain/evaluation/valid-until.ts';
import type { FactsRecord } from '../../domain/facts/facts-document.ts';
import { formatDay } from '../../domain/time/day.ts';
import { namedOption } from '../shared/option-names.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';

function ownSkill(answer: PartnerAnswer, record: FactsRecord, verdict: RecordVerdict): OwnSkill {
  const { programme } = answer;
  const skillId = programme.aliases.get(record.skill) ?? record.skill;
  const skill = programme.skills.get(skillId);
  const until = validUntil(record, programme);
  const countsNow = verdict.named && verdict.reason === null;
  return {
    recordId: record.id,
    skillId,
    skillType: skill?.kind ?? 'external',
    skillTitle: skill?.title ?? skillId,
    provider: skill?.provider ?? record.source ?? '',
    source: record.source ?? '',
    achievedOn: record.achievedOn.slice(0, 10),
    expiresOn: until === null ? null : formatDay(until),
    retiredOn: skill?.retiredOn == null ? null : formatDay(skill.retiredOn),
    countsNow,
    reason: verdict.named ? verdict.reason : { code: 'not-named', params: {} },
    countsFor: countsNow ? verdict.options.map((option) => ({ ...namedOption(programme, option) })) : [],
  };
}

/** Every record of a person, those that no rule names and those that never count included; newest first. */
export function ownSkills(answer: PartnerAnswer, userId: string): OwnSkill[] {
  const records = answer.recordsById();
  return answer.verdicts
    .filter((verdict) => verdict.person === userId)
    .map((verdict) => ownSkill(answer, records.get(verdict.record)!.record, verdict))
    .sort((a, b) => (a.achievedOn < b.achievedOn ? 1 : a.achievedOn > b.achievedOn ? -1 : 0));
}
