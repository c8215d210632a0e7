import { Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { departureEffectQuery } from '../../api/queries.ts';
import { usePartnerId } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Users.module.css';

/** What stops counting and which levels are lost, before anybody decides it. */
interface EffectViewProps {
  readonly userId: string;
  readonly on: string;
  /** What becomes of the associations of the person. */
  readonly associations: 'end' | 'stay';
}

export function EffectView({ userId, on, associations: fate }: EffectViewProps) {
  const t = useText();
  const { locale } = useLocale();
  const dates = useDates();
  const level = useLevelName();
  const effect = useQuery(departureEffectQuery(usePartnerId(), userId, on));
  if (effect.isPending) return <Spinner size="tiny" label={t('people.effect.loading')} />;
  if (effect.isError) return <p className={styles.hint}>{t('people.effect.failed')}</p>;
  const { skillsCounting, associations, levels } = effect.data;
  return (
    <section className={styles.effect} aria-label={t('people.effect', { day: dates.day(on) })}>
      <h3>{t('people.effect', { day: dates.day(on) })}</h3>
      <ul>
        <li>{t('people.effect.skills', { count: skillsCounting })}</li>
        {associations > 0 && (
          <li>
            {t(fate === 'end' ? 'people.effect.associationsEnd' : 'people.effect.associationsStay', {
              count: associations,
            })}
          </li>
        )}
        {levels.length === 0 && <li>{t('people.effect.none')}</li>}
        {levels.map(({ programme, competency, name, before, after }) => (
          <li key={`${programme} ${competency}`} className={styles.lost}>
            {after === null
              ? t('people.effect.lost', { competency: name[locale], before: level(before) })
              : t('people.effect.lowered', {
                  competency: name[locale],
                  before: level(before),
                  after: level(after),
                })}
          </li>
        ))}
      </ul>
    </section>
  );
}
