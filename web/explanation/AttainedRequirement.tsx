import type { z } from 'zod';
import type { AttainedNodeSchema } from '../../src/contract/explanation.ts';
import { useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { RequirementFrame } from './RequirementFrame.tsx';
import { useLevelText } from './use-level-text.ts';

type AttainedNode = z.infer<typeof AttainedNodeSchema>;

/** Another competency that the company must have attained first. */
export function AttainedRequirement({ node }: { node: AttainedNode }) {
  const t = useText();
  const levelText = useLevelText(useExplanation().programme);
  const many = node.anyOf.length > 1;
  return (
    <RequirementFrame basis={t('competency.basis.attained')} outcome={node.outcome}>
      <p className={styles.sentence}>
        {t(many ? 'competency.attained.needAny' : 'competency.attained.need')}
      </p>
      <ul className={styles.predicate}>
        {node.anyOf.map((one) => (
          <li key={`${one.competency} ${one.level}`}>{levelText(one)}</li>
        ))}
      </ul>
    </RequirementFrame>
  );
}
