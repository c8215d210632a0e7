import type { PeopleNodeView } from '../../src/contract/explanation.ts';
import { useLocalText, useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { PredicateList } from './PredicateList.tsx';
import { RequirementFrame } from './RequirementFrame.tsx';
import { Seats } from './Seats.tsx';
import { SeatsElsewhere } from './SeatsElsewhere.tsx';

/** Longer lists are read in the report. */
const MOST_NAMED = 6;

function OfWhich({ node }: { node: PeopleNodeView }) {
  const t = useText();
  const { programme } = useExplanation();
  return (
    <div className={styles.child}>
      <p className={styles.sentence}>{t('competency.people.ofWhich', { count: node.need })}</p>
      {node.predicate !== undefined && <PredicateList predicate={node.predicate} skills={programme.skills} />}
      <Seats node={node} />
      {node.shortfall > 0 && (
        <p className={styles.short}>{t('competency.people.short', { count: node.shortfall })}</p>
      )}
    </div>
  );
}

/** People enough and yet an empty seat: they sit in other seats of the level, and nobody sits in two. */
function InOtherSeats({ people: ids }: { people: readonly string[] }) {
  const t = useText();
  const { people } = useExplanation();
  if (ids.length === 0) return null;
  const named = ids.slice(0, MOST_NAMED).map((id) => people[id]?.label ?? id);
  const further = ids.length - named.length;
  const names = further > 0 ? [...named, t('competency.action.further', { count: further })] : named;
  return (
    <p className={styles.quiet}>
      {t('competency.people.inOtherSeats', { count: ids.length, names: names.join(', ') })}
    </p>
  );
}

/** N distinct people who each hold something: the rule in words, then who sits where. */
export function PeopleRequirement({ node }: { node: PeopleNodeView }) {
  const t = useText();
  const local = useLocalText();
  const { programme } = useExplanation();
  const group = node.group === null ? undefined : programme.groups[node.group];
  return (
    <RequirementFrame
      basis={t('competency.basis.skills')}
      outcome={node.outcome}
      figure={t('competency.people.have', { have: node.have, need: node.need })}
    >
      {group !== undefined && (
        <p className={styles.quiet}>{t('competency.people.group', { group: local(group) })}</p>
      )}
      <p className={styles.sentence}>{t('competency.people.need', { count: node.need })}</p>
      {node.predicate !== undefined && <PredicateList predicate={node.predicate} skills={programme.skills} />}
      <Seats node={node} />
      {node.shortfall > 0 && (
        <p className={styles.short}>{t('competency.people.short', { count: node.shortfall })}</p>
      )}
      <InOtherSeats people={node.inOtherSeats ?? []} />
      <SeatsElsewhere elsewhere={node.elsewhere ?? []} />
      {node.children.map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule never move.
        <OfWhich key={index} node={child} />
      ))}
    </RequirementFrame>
  );
}
