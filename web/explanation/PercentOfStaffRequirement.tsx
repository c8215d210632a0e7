import type { z } from 'zod';
import type { PercentOfStaffNodeSchema } from '../../src/contract/explanation.ts';
import { useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { PredicateList } from './PredicateList.tsx';
import { RequirementFrame } from './RequirementFrame.tsx';
import { Seats } from './Seats.tsx';

type PercentOfStaffNode = z.infer<typeof PercentOfStaffNodeSchema>;

/** A share of the people employed: how many that makes today, and who counts. */
export function PercentOfStaffRequirement({ node }: { node: PercentOfStaffNode }) {
  const t = useText();
  const { programme } = useExplanation();
  return (
    <RequirementFrame
      basis={t('competency.basis.skills')}
      outcome={node.outcome}
      figure={t('competency.people.have', { have: node.have, need: node.need })}
    >
      <p className={styles.sentence}>
        {t('competency.percent.need', { percent: node.percent, cap: node.atMost ?? 0 })}
      </p>
      {node.predicate !== undefined && <PredicateList predicate={node.predicate} skills={programme.skills} />}
      <p className={styles.quiet}>{t('competency.percent.staff', { staff: node.staff, need: node.need })}</p>
      <Seats node={node} />
      {node.shortfall > 0 && (
        <p className={styles.short}>{t('competency.people.short', { count: node.shortfall })}</p>
      )}
    </RequirementFrame>
  );
}
