import type { CompetencyDetail } from '../../contract/competencies.ts';
import type { HeldByExemption } from '../../contract/exemptions.ts';
import type { AttainedLevel } from '../../domain/evaluation/evaluation-result.ts';
import type { FactsExemption } from '../../domain/facts/facts-document.ts';

/** Of several exemptions of a level the one that lasts longest. */
function longest(exemptions: readonly FactsExemption[]): HeldByExemption | null {
  const ends = exemptions.map(({ until, reason }) => ({
    until: until?.slice(0, 10) ?? null,
    reason: reason ?? null,
  }));
  const lasting = ends.find(({ until }) => until === null);
  return lasting ?? ends.sort((a, b) => (a.until! < b.until! ? 1 : -1))[0] ?? null;
}

/** The level that is held; of one that is held by exemption, until when and why. */
export function heldLevel(
  attained: AttainedLevel | undefined,
  exemptions: readonly FactsExemption[],
): CompetencyDetail['attained'] {
  if (attained === undefined) return null;
  const { competency, level } = attained;
  const exempt = attained.exempt === true;
  const own = exemptions.filter((each) => each.competency === competency && each.level === level);
  return { level, exempt, exemption: exempt ? longest(own) : null };
}
