import type { OwnSkill } from '../../contract/profile.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import { formatDay } from '../../domain/time/day.ts';
import { namedOption } from './option-names.ts';
import type { PartnerAnswer } from './partner-answer.ts';

interface Judged {
  readonly answer: PartnerAnswer;
  readonly verdict: RecordVerdict;
}

function counts({ verdict }: Judged): boolean {
  return verdict.named && verdict.reason === null;
}

/** A programme that names the skill says most about it; of several the first. */
function tellingOf(judged: readonly Judged[]): Judged {
  return (
    judged.find(({ verdict }) => verdict.named) ?? judged.find(({ verdict }) => verdict.skill) ?? judged[0]!
  );
}

function ownSkill(judged: readonly Judged[]): OwnSkill {
  const { answer, verdict } = judged.find(counts) ?? tellingOf(judged);
  const { skillId, skill, expiresOn, named, reason } = verdict;
  const counting = judged.filter(counts);
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
    countsNow: counting.length > 0,
    // A source that is not recognised is the more telling reason of the two.
    reason: reason ?? (named ? null : { code: 'not-named', params: {} }),
    countsFor: counting.flatMap((one) =>
      one.verdict.options.map((option) => namedOption(one.answer.programme, option)),
    ),
  };
}

/**
 * Every record of a person, those that no rule names and those that never count included; newest first. A person has
 * one list, whatever programmes the company takes part in.
 */
export function ownSkills(answers: readonly PartnerAnswer[], userId: string): OwnSkill[] {
  const byRecord = new Map<string, Judged[]>();
  for (const answer of answers) {
    for (const verdict of answer.verdicts) {
      if (verdict.person !== userId) continue;
      const judged = byRecord.get(verdict.record);
      if (judged === undefined) byRecord.set(verdict.record, [{ answer, verdict }]);
      else judged.push({ answer, verdict });
    }
  }
  return [...byRecord.values()]
    .map(ownSkill)
    .sort((a, b) => (a.achievedOn < b.achievedOn ? 1 : a.achievedOn > b.achievedOn ? -1 : 0));
}

/** The answer that has most to say about a record of the person; `null` when the record is not his or hers. */
export function tellingAnswer(
  answers: readonly PartnerAnswer[],
  userId: string,
  recordId: string,
): PartnerAnswer | null {
  const judged = answers.flatMap((answer) =>
    answer.verdicts
      .filter(({ record, person }) => record === recordId && person === userId)
      .map((verdict) => ({ answer, verdict })),
  );
  return judged.length === 0 ? null : (judged.find(counts) ?? tellingOf(judged)).answer;
}
