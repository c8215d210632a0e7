import { useState } from 'react';
import type { RecordCheckView } from '../../../src/contract/list-checks.ts';
import type { OwnSkill } from '../../../src/contract/profile.ts';
import { DiagnosisLink } from '../../components/diagnosis/DiagnosisLink.tsx';
import { RecordWayView } from '../../components/RecordWayView.tsx';
import { useSession } from '../../components/session.tsx';
import { useSkillTypeLabel } from '../../components/use-labels.ts';
import { useReasonText } from '../../explanation/use-reason-text.ts';
import { addDays, useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { AskedToCheck, CheckRecord, useOwnChecks } from './ListCheck.tsx';
import styles from './Profile.module.css';

const SOON = 182;

/** Skills that count and expire within six months: renewal opens then. */
function Expiring({ skills }: { skills: readonly OwnSkill[] }) {
  const t = useText();
  const dates = useDates();
  const { day } = useSession();
  const until = addDays(day, SOON);
  const soon = skills.filter(
    ({ expiresOn, countsNow }) => countsNow && expiresOn !== null && expiresOn >= day && expiresOn <= until,
  );
  if (soon.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('profile.expiring')}</h2>
      <ul className={styles.list}>
        {soon.map((skill) => (
          <li key={skill.recordId}>
            {t('profile.expiring.one', {
              title: skill.skillTitle,
              day: `${dates.day(skill.expiresOn!)} (${dates.relative(skill.expiresOn!, day)})`,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Skill({ skill, said }: { skill: OwnSkill; said: RecordCheckView | undefined }) {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const type = useSkillTypeLabel();
  const reason = useReasonText();
  const { day, times, me } = useSession();
  const [open, setOpen] = useState(false);
  // What was listed on another day is not what is asked about.
  const today = day === me.today && times.knownAt === undefined;
  const names = [...new Set(skill.countsFor.map((one) => local(one.name)))].join(', ');
  const past = skill.expiresOn !== null && skill.expiresOn < day;
  return (
    <li className={styles.skill}>
      <strong>{skill.skillTitle}</strong>
      <span className={styles.quiet}>
        {type(skill.skillType)} · {t('profile.skills.achieved', { day: dates.day(skill.achievedOn) })}
        {skill.expiresOn !== null &&
          `, ${t(past ? 'profile.skills.expired' : 'profile.skills.expires', { day: dates.day(skill.expiresOn) })}`}
      </span>
      <span className={skill.countsNow ? styles.counts : undefined}>
        {skill.countsNow
          ? t('profile.skills.countsFor', { competencies: names })
          : skill.reason !== null && reason(skill.reason)}
      </span>
      {!skill.countsNow && (
        <DiagnosisLink userId={me.userId} skill={skill.skillId} className={styles.why}>
          {t('diagnosis.whyNot')}
        </DiagnosisLink>
      )}
      {today && <CheckRecord skill={skill} said={said} />}
      <details className={styles.way} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('profile.skills.way')}</summary>
        {open && (
          <RecordWayView path={`/me/skills/${encodeURIComponent(skill.recordId)}/way`} asked={times} />
        )}
      </details>
    </li>
  );
}

/** Everything that was received about the reader, with what it counts for or why it does not. */
export function OwnSkills({ skills }: { skills: readonly OwnSkill[] }) {
  const t = useText();
  const checks = useOwnChecks();
  if (skills.length === 0) return null;
  return (
    <>
      <AskedToCheck skills={skills} />
      <Expiring skills={skills} />
      <section className={styles.card} id="skills">
        <h2>{t('profile.skills')}</h2>
        <ul className={styles.list}>
          {skills.map((skill) => (
            <Skill key={skill.recordId} skill={skill} said={checks.get(skill.recordId)} />
          ))}
        </ul>
      </section>
    </>
  );
}
