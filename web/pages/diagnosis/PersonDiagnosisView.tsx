import { CheckmarkCircleFilled, ClockRegular, InfoRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import type { Diagnosis } from '../../../src/contract/diagnosis.ts';
import { useCaseObstacle } from '../../components/diagnosis/use-case-obstacle.ts';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { CheckList } from './CheckList.tsx';
import styles from './Diagnosis.module.css';
import { MissedSkillForm } from './MissedSkillForm.tsx';

/** The answer in one line: how many causes there are, whether to wait, or that all is well. */
function Standing({ diagnosis }: { diagnosis: Diagnosis }) {
  const t = useText();
  const dates = useDates();
  const { checks, skill, records } = diagnosis;
  const found = checks
    .filter(({ state }) => state === 'found')
    .reduce((sum, { findings }) => sum + findings.length, 0);
  const waiting = checks.some(({ state }) => state === 'waiting');
  const counts = skill?.counts === true;
  const good = counts || (found === 0 && !waiting && skill === null);
  const at = diagnosis.case.expectedBy;
  const [title, text] = counts
    ? [t('diagnosis.skill.counts', { skill: skill.title }), null]
    : found > 0
      ? [t('diagnosis.found', { count: found }), t('diagnosis.foundText')]
      : waiting
        ? [t('diagnosis.waiting'), at === null ? null : t('diagnosis.waitingText', { at: dates.instant(at) })]
        : skill !== null
          ? [t('diagnosis.skill.about', { skill: skill.title }), null]
          : [t('diagnosis.good'), t('diagnosis.goodText')];
  return (
    <section className={`${styles.standing} ${good ? styles.good : ''}`}>
      {good ? (
        <CheckmarkCircleFilled fontSize={32} />
      ) : waiting && found === 0 ? (
        <ClockRegular fontSize={32} />
      ) : (
        <InfoRegular fontSize={32} />
      )}
      <div>
        <h2>{title}</h2>
        {text !== null && <p>{text}</p>}
        {records !== null && <p className={styles.quiet}>{t('diagnosis.records', { ...records })}</p>}
      </div>
    </section>
  );
}

/** Whether support can look into it now, and whom to ask in the company. */
function Support({ diagnosis }: { diagnosis: Diagnosis }) {
  const t = useText();
  const [{ achievedOn }] = useUrlState();
  const session = useSession();
  const { userId, skill, own } = diagnosis;
  const { allowed } = diagnosis.case;
  const obstacle = useCaseObstacle();
  const mayOpen = session.can('cases');
  return (
    <section className={styles.card}>
      <h2>{t('diagnosis.case')}</h2>
      <p>{obstacle(diagnosis.case) ?? t('diagnosis.case.allowed')}</p>
      {allowed && (mayOpen || own) && (
        <Link
          to={PATHS.newCase}
          search={{
            kind: 'missing-skill',
            userId,
            ...(skill === null ? {} : { skill: skill.title, achievedOn }),
          }}
          className={table.link}
        >
          {t(mayOpen ? 'cases.new' : 'cases.ask')}
        </Link>
      )}
      <h3>{t('diagnosis.askAdministrators')}</h3>
      {diagnosis.administrators.length === 0 ? (
        <p>{t('diagnosis.noAdministrator')}</p>
      ) : (
        <ul className={styles.plain}>
          {diagnosis.administrators.map(({ displayName, workEmail }) => (
            <li key={workEmail}>
              {displayName}
              <br />
              <a href={`mailto:${workEmail}`}>{workEmail}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function PersonDiagnosisView({ diagnosis }: { diagnosis: Diagnosis }) {
  return (
    <div className={styles.layout}>
      <div className={styles.column}>
        <Standing diagnosis={diagnosis} />
        <CheckList diagnosis={diagnosis} />
      </div>
      <div className={styles.column}>
        <MissedSkillForm asked={diagnosis.skill} />
        <Support diagnosis={diagnosis} />
      </div>
    </div>
  );
}
