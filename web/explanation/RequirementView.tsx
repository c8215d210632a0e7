import type { ComponentType } from 'react';
import type { GroupNodeView, RequirementNodeView } from '../../src/contract/explanation.ts';
import { useSession } from '../components/session.tsx';
import { useText } from '../messages/use-text.ts';
import { AssetCountRequirement } from './AssetCountRequirement.tsx';
import { AssetRequirement } from './AssetRequirement.tsx';
import { AttainedRequirement } from './AttainedRequirement.tsx';
import styles from './Explanation.module.css';
import { branchesForMarket } from './market-branches.ts';
import { OutcomeBadge } from './OutcomeBadge.tsx';
import { PeopleRequirement } from './PeopleRequirement.tsx';
import { PercentOfStaffRequirement } from './PercentOfStaffRequirement.tsx';
import { PerformanceRequirement } from './PerformanceRequirement.tsx';
import { ScoreRequirement } from './ScoreRequirement.tsx';

/** Requirements that are all needed, or alternatives. */
function GroupRequirement({ node }: { node: GroupNodeView }) {
  const t = useText();
  const market = useSession().partner?.market ?? null;
  const children = branchesForMarket(node, market);
  const only = children[0];
  if (children.length === 1 && only !== undefined) return <RequirementView node={only} />;
  return (
    <section className={styles.group}>
      <div className={styles.requirementHead}>
        <h3>{t(node.kind === 'all-of' ? 'competency.group.all' : 'competency.group.any')}</h3>
        <OutcomeBadge outcome={node.outcome} />
      </div>
      {children.map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule never move.
        <RequirementView key={index} node={child} />
      ))}
    </section>
  );
}

type Kind = RequirementNodeView['kind'];
type NodeOf<K extends Kind> =
  Extract<RequirementNodeView, { kind: K }> extends never
    ? Extract<RequirementNodeView, { kind: 'all-of' | 'any-of' }>
    : Extract<RequirementNodeView, { kind: K }>;

/** One renderer for each kind of requirement; a new kind does not compile without one. */
const RENDERERS: { readonly [K in Kind]: ComponentType<{ node: NodeOf<K> }> } = {
  people: PeopleRequirement,
  performance: PerformanceRequirement,
  asset: AssetRequirement,
  score: ScoreRequirement,
  'asset-count': AssetCountRequirement,
  'percent-of-staff': PercentOfStaffRequirement,
  attained: AttainedRequirement,
  'all-of': GroupRequirement,
  'any-of': GroupRequirement,
};

export function RequirementView({ node }: { node: RequirementNodeView }) {
  const Renderer = RENDERERS[node.kind] as ComponentType<{ node: RequirementNodeView }>;
  return <Renderer node={node} />;
}
