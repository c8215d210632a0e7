import type { z } from 'zod';
import type { AssetNodeSchema } from '../../src/contract/explanation.ts';
import { useLocalText, useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { RequirementFrame } from './RequirementFrame.tsx';

export type AssetNode = z.infer<typeof AssetNodeSchema>;

/** Something the company itself holds, such as an attestation. */
export function AssetRequirement({ node }: { node: AssetNode }) {
  const t = useText();
  const local = useLocalText();
  const name = useExplanation().programme.assets[node.asset];
  return (
    <RequirementFrame basis={t('competency.basis.asset')} outcome={node.outcome}>
      <p className={styles.sentence}>{name === undefined ? node.asset : local(name)}</p>
      {node.outcome === 'undetermined' && <p className={styles.quiet}>{t('competency.asset.unknown')}</p>}
    </RequirementFrame>
  );
}
