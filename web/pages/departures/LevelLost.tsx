import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DeparturePreview } from '../../../src/contract/departures.ts';
import { programmeQuery } from '../../api/queries.ts';
import { useLossCauses } from '../../components/risk/use-loss-causes.ts';
import { useSession } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { ExplanationContext } from '../../explanation/explanation-context.ts';
import { SingleActions } from '../../explanation/SingleActions.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './Departures.module.css';

interface LevelLostProps {
  readonly level: DeparturePreview['levels'][number];
  readonly people: DeparturePreview['people'];
}

/** One level that goes with the people who leave: when, what is left of it, and what keeps it. */
export function LevelLost({ level, people }: LevelLostProps) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const causes = useLossCauses();
  const levelName = useLevelName();
  const { can } = useSession();
  const rules = useQuery(programmeQuery(level.programme)).data;
  const { name, competency, programme, before, after, lostOn, otherwiseOn, cause } = level;
  const values = { competency: local(name), level: levelName(before), day: dates.day(lostOn) };
  return (
    <article className={styles.level}>
      <h3>
        {after === null
          ? t('departures.lost', values)
          : t('departures.lowered', { ...values, after: levelName(after) })}
      </h3>
      {cause.length > 0 && <p>{t('competency.ends.because', { cause: causes(cause) })}</p>}
      <p className={styles.quiet}>
        {otherwiseOn === null
          ? t('departures.otherwiseKept')
          : t('departures.otherwise', { day: dates.day(otherwiseOn) })}
      </p>
      {can('competencies') && (
        <>
          {rules !== undefined && (
            <ExplanationContext value={{ programme: rules, people, records: {} }}>
              <SingleActions actions={level.actions} complete={level.actionsComplete} />
            </ExplanationContext>
          )}
          <Link to={PATHS.competency} params={{ competency }} search={{ programme }} className={table.link}>
            {t('departures.open', { competency: local(name) })}
          </Link>
        </>
      )}
    </article>
  );
}
