import type { z } from 'zod';
import type { AssetCountNodeSchema } from '../../src/contract/explanation.ts';
import { useLocalText, useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { OutcomeBadge } from './OutcomeBadge.tsx';
import { RequirementFrame } from './RequirementFrame.tsx';

type AssetCountNode = z.infer<typeof AssetCountNodeSchema>;

/** So many of several things that the company may have; the ones it has come first. */
export function AssetCountRequirement({ node }: { node: AssetCountNode }) {
  const t = useText();
  const local = useLocalText();
  const { assets } = useExplanation().programme;
  const there = node.assets.filter(({ outcome }) => outcome === 'met');
  const others = node.assets.filter(({ outcome }) => outcome !== 'met');
  return (
    <RequirementFrame
      basis={t('competency.basis.asset')}
      outcome={node.outcome}
      figure={t('competency.people.have', { have: node.have, need: node.need })}
    >
      <p className={styles.sentence}>{t('competency.assets.need', { count: node.need })}</p>
      <ul className={styles.predicate}>
        {[...there, ...others].map(({ asset, outcome }) => (
          <li key={asset}>
            {assets[asset] === undefined ? asset : local(assets[asset])} <OutcomeBadge outcome={outcome} />
          </li>
        ))}
      </ul>
    </RequirementFrame>
  );
}
