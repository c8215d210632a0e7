import type { RiskRanking } from '../../contract/risk-ranking.ts';
import { renewalOpensOn } from '../../domain/evaluation/renewal-opening.ts';
import { formatDay, parseDay } from '../../domain/time/day.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { personRef, recordRef } from '../shared/person-refs.ts';

/** So many are named; the skills report has the others. */
const NAMED = 100;

/** Certificates that count on the day of the answer and expire before another, the first to expire first. */
export function expiringCertificates(
  { programme, directory, reportRows, recordOf }: PartnerAnswer,
  until: string,
  mayNames: boolean,
): Pick<RiskRanking, 'certificates' | 'certificateCount'> {
  const expiring = reportRows(false)
    .flatMap((row) =>
      row.countsNow && row.expiresOn !== null && row.expiresOn < until
        ? [{ row, expiresOn: row.expiresOn }]
        : [],
    )
    .sort((left, right) =>
      left.expiresOn < right.expiresOn ? -1 : Number(left.expiresOn > right.expiresOn),
    );
  const certificates = expiring.slice(0, NAMED).map(({ row, expiresOn }) => {
    const { skillId: skill, userId, recordId, relevantFor } = row;
    const dates = { skill, achievedOn: parseDay(row.achievedOn)!, expiresOn: parseDay(expiresOn)! };
    const opens = renewalOpensOn(dates, programme);
    const competencies = new Map(relevantFor.map(({ competency, name }) => [competency, name]));
    return {
      person: personRef(directory, userId, mayNames),
      record: { ...recordRef(programme, userId, recordOf(userId, recordId)!), expiresOn },
      expiresOn,
      renewalOpensOn: opens === null ? null : formatDay(opens),
      competencies: [...competencies].map(([competency, name]) => ({ competency, name })),
    };
  });
  return { certificates, certificateCount: expiring.length };
}
