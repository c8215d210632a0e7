import type { BusinessProfileView } from '../../../src/contract/business-profile.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import { Medal } from '../../ui/Medal.tsx';
import styles from './BusinessProfile.module.css';

/** What the profile shows today, which nobody types in. */
export function ShownLevels({ levels }: { levels: BusinessProfileView['levels'] }) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  return (
    <section className={card.card}>
      <h2>{t('businessProfile.shown')}</h2>
      {levels.length === 0 ? (
        <p>{t('businessProfile.shown.none')}</p>
      ) : (
        <ul className={styles.levels}>
          {levels.map(({ programme, competency, name, level, levelName, validThrough }) => (
            <li key={`${programme}/${competency}`}>
              <Medal level={level} size={30} />
              <span>
                {local(name)}
                <small>
                  {local(levelName)}
                  {validThrough !== null &&
                    ` · ${t('businessProfile.shown.until', { day: dates.day(validThrough) })}`}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.hint}>{t('businessProfile.shown.note')}</p>
    </section>
  );
}
