import { evidenceToBytes } from '../../domain/evidence/evidence-bytes.ts';
import { evidenceOf } from '../../domain/evidence/evidence-facts.ts';
import type { PlannerRun } from '../../store/planner-runs-store.ts';
import type { LoadedPartner } from '../shared/partner-answer.ts';
import type { PlanningOrder } from '../shared/planning/planning-order.ts';

/** What every order about a company on a day begins with. */
export function groundOf(
  { facts }: Pick<LoadedPartner, 'facts'>,
  { programme, asOf, knownAt }: Pick<PlannerRun, 'programme' | 'asOf' | 'knownAt'>,
): Pick<PlanningOrder, 'company' | 'evidence' | 'programme' | 'asOf' | 'knownAt'> {
  const { partner, metrics = [], memberships = [], assets = [], exemptions = [], enrolments = [] } = facts;
  const complete = facts.complete === true;
  return {
    company: { partner, metrics, memberships, assets, exemptions, enrolments, complete },
    evidence: evidenceToBytes(evidenceOf(facts)!),
    programme,
    asOf,
    knownAt,
  };
}
