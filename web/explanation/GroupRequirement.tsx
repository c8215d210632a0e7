import type { GroupNodeView, RequirementNodeView } from '../../src/contract/explanation.ts';
import { useSession } from '../components/session.tsx';
import { useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { OutcomeBadge } from './OutcomeBadge.tsx';
import { RequirementView } from './RequirementView.tsx';

type Market = 'developed' | 'developing';

/** A branch that is only for the other market says nothing to this company. */
function isForMarket(node: RequirementNodeView, market: Market): boolean {
  if (node.kind === 'performance') return node.market === null || node.market === market;
  if (node.kind === 'all-of') return node.children.every((child) => isForMarket(child, market));
  return true;
}

function shownChildren(node: GroupNodeView, market: Market | null): readonly RequirementNodeView[] {
  if (node.kind === 'all-of' || market === null) return node.children;
  const own = node.children.filter((child) => isForMarket(child, market));
  return own.length === 0 ? node.children : own;
}

/** Requirements that are all needed, or alternatives. */
export function GroupRequirement({ node }: { node: GroupNodeView }) {
  const t = useText();
  const market = useSession().partner?.market ?? null;
  const children = shownChildren(node, market);
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
