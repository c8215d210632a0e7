import { useProgrammeRules } from '../../components/programme.ts';
import { useSession } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { addDays, useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { Medal } from '../../ui/Medal.tsx';
import styles from './FirstSteps.module.css';

const LATER = 120;

/** What the page will look like: a picture made of the first competencies of the programme, nothing to be read aloud. */
export function SampleOverview() {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const levelName = useLevelName();
  const { day } = useSession();
  const rules = useProgrammeRules().data;
  const [first, second, third] = rules?.competencies ?? [];
  if (first === undefined || second === undefined || third === undefined) return null;
  const levels = [...(rules?.levels ?? [])].sort((a, b) => b.rank - a.rank).map(({ id }) => id);
  const [highest = 'gold', lower = highest] = levels;
  const end = addDays(day, LATER);
  return (
    <figure className={styles.sample}>
      <figcaption>{t('overview.first.sample')}</figcaption>
      <div className={styles.cards} aria-hidden="true">
        <div>
          <strong>{t('overview.hold')}</strong>
          <div className={styles.level}>
            <Medal level={highest} size={34} />
            <span>
              {local(first.name)}
              <small>{levelName(highest)}</small>
            </span>
          </div>
        </div>
        <div>
          <strong>{t('overview.end')}</strong>
          <div className={styles.level}>
            <Medal level={lower} size={34} />
            <span>
              {local(second.name)} – {levelName(lower)}
              <small>
                {dates.day(end)} ({dates.relative(end, day)})
              </small>
            </span>
          </div>
        </div>
        <div>
          <strong>{t('overview.reach')}</strong>
          <div className={styles.level}>
            <Medal level={lower} size={34} hollow />
            <span>
              {local(third.name)} – {levelName(lower)}
              <small>{t('overview.reach.missing', { count: 1 })}</small>
            </span>
          </div>
        </div>
      </div>
    </figure>
  );
}
