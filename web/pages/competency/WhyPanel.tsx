import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import { MissingNames } from '../../components/MissingNames.tsx';
import { useSession } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { useExplanation } from '../../explanation/explanation-context.ts';
import { skillName } from '../../explanation/PredicateList.tsx';
import { SingleActions } from '../../explanation/SingleActions.tsx';
import { useReasonText } from '../../explanation/use-reason-text.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './CompetencyPage.module.css';
import { countingPeople, nearestPeople, notCountedByPerson } from './option-people.ts';
import { useLevelState } from './use-level-state.ts';

type Option = CompetencyDetail['options'][number];

function PersonEntry({ person, children }: { person: string; children?: ReactNode }) {
  const { can } = useSession();
  const label = useExplanation().people[person]?.label ?? person;
  return (
    <li>
      {can('skills-report') ? (
        <Link to={PATHS.skillsReport} search={{ user: person }} className={table.link}>
          {label}
        </Link>
      ) : (
        <span>{label}</span>
      )}
      {children}
    </li>
  );
}

/** Longer lists are read in the report, where they can be searched. */
const SHOWN = 12;

function Others({ count, counts }: { count: number; counts: 'yes' | 'no' }) {
  const t = useText();
  const { can } = useSession();
  const { competency } = useParams({ from: '/app/competencies/$competency' });
  if (count <= 0) return null;
  const text = t('competency.why.others', { count });
  return (
    <li>
      {can('skills-report') ? (
        <Link to={PATHS.skillsReport} search={{ competency, counts }} className={table.link}>
          {text}
        </Link>
      ) : (
        text
      )}
    </li>
  );
}

function Counting({ option }: { option: Option }) {
  const t = useText();
  const { records } = useExplanation();
  const people = [...countingPeople(option)];
  if (people.length === 0) return <p>{t('competency.why.nobody')}</p>;
  return (
    <ul>
      {people.slice(0, SHOWN).map(([person, ids]) => (
        <PersonEntry key={person} person={person}>
          <span className={styles.note}>
            {ids.size === 0
              ? t('competency.why.spare')
              : [...ids].map((id) => records[id]?.title ?? id).join(', ')}
          </span>
        </PersonEntry>
      ))}
      <Others count={people.length - SHOWN} counts="yes" />
    </ul>
  );
}

function Missing({ option }: { option: Option }) {
  const t = useText();
  const { people, programme } = useExplanation();
  const name = useLevelName();
  const state = useLevelState();
  const missing = option.levels.filter((level) => level.outcome !== 'met');
  if (missing.length === 0) return <p>{t('competency.why.complete')}</p>;
  return (
    <ul>
      {missing.map((level) => (
        <li key={level.level}>
          {t('competency.option.progress', { level: name(level.level), state: state(level) })}
          <MissingNames unknown={level.unknown} missed={level.missed} className={styles.note} />
          <SingleActions actions={level.actions} complete={level.actionsComplete} />
          {level.actions.length === 0 &&
            nearestPeople(level).map(({ person, missing }) => (
              <span key={person} className={styles.note}>
                {t('competency.why.near', {
                  person: people[person]?.label ?? person,
                  skills: missing.map((id) => skillName(programme.skills, id)).join(', '),
                })}
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}

function NotCounting({ option }: { option: Option }) {
  const t = useText();
  const reason = useReasonText();
  const { records } = useExplanation();
  const people = [...notCountedByPerson(option)];
  if (people.length === 0) return <p>{t('competency.why.noneRefused')}</p>;
  return (
    <ul>
      {people.slice(0, SHOWN).map(([person, entries]) => (
        <PersonEntry key={person} person={person}>
          {entries.map((entry) => (
            <span key={entry.record} className={styles.note}>
              <strong>{records[entry.record]?.title ?? entry.record}</strong> – {reason(entry.reason)}
            </span>
          ))}
        </PersonEntry>
      ))}
      <Others count={people.length - SHOWN} counts="no" />
    </ul>
  );
}

/** Who counts, what is missing, and why the rest does not count, in words. */
export function WhyPanel({ option }: { option: Option }) {
  const t = useText();
  return (
    <section className={styles.why}>
      <h2>{t('competency.why.title')}</h2>
      <div className={styles.whyColumns}>
        <div>
          <h3>{t('competency.why.counting')}</h3>
          <Counting option={option} />
        </div>
        <div>
          <h3>{t('competency.why.missing')}</h3>
          <Missing option={option} />
        </div>
        <div>
          <h3>{t('competency.why.not')}</h3>
          <NotCounting option={option} />
        </div>
      </div>
    </section>
  );
}
