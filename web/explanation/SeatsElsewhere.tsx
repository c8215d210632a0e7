import type { SeatTakenView } from '../../src/contract/explanation.ts';
import { useLocalText, useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { useLevelText } from './use-level-text.ts';

/** People who could sit here if a sharing limit did not keep them where they are, and where that is. */
export function SeatsElsewhere({ elsewhere }: { elsewhere: readonly SeatTakenView[] }) {
  const t = useText();
  const local = useLocalText();
  const { people, programme } = useExplanation();
  const levelText = useLevelText(programme);
  if (elsewhere.length === 0) return null;
  const textOf = (use: SeatTakenView['uses'][number]) => {
    const group = use.group === null ? undefined : programme.groups[use.group];
    return group === undefined ? levelText(use) : `${levelText(use)} (${local(group)})`;
  };
  return (
    <details className={styles.more}>
      <summary>{t('competency.elsewhere', { count: elsewhere.length })}</summary>
      <ul className={styles.predicate}>
        {elsewhere.map(({ person, uses, atMost }) => (
          <li key={person}>
            {t('competency.elsewhere.person', {
              name: people[person]?.label ?? person,
              uses: uses.map(textOf).join(' ; '),
            })}
            <span className={styles.block}>
              {atMost === null
                ? t('competency.elsewhere.oneGroup')
                : t('competency.elsewhere.atMost', { limit: atMost })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
