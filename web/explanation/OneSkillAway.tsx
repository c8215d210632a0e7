import { useIntl } from 'react-intl';
import type { PeopleNodeView } from '../../src/contract/explanation.ts';
import { useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { useSkillTitle } from './use-skill-title.ts';

/** Who could fill an empty seat with one further skill. */
export function OneSkillAway({ near }: { near: NonNullable<PeopleNodeView['oneSkillAway']> }) {
  const t = useText();
  const skillTitle = useSkillTitle();
  const { formatList } = useIntl();
  const { people } = useExplanation();
  if (near.length === 0) return null;
  return (
    <div className={styles.near}>
      <span className={styles.quiet}>{t('competency.seat.near')}</span>
      <ul>
        {near.map(({ person, skills }) => (
          <li key={person}>
            <strong>{people[person]?.label ?? person}</strong>{' '}
            <span className={styles.quiet}>
              {formatList(skills.map(skillTitle), { type: 'disjunction' })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
