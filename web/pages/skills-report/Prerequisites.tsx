import { CheckmarkCircleRegular, CircleRegular } from '@fluentui/react-icons';
import type { SkillsReport } from '../../../src/contract/skills-report.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './SkillsReport.module.css';

type PrerequisiteId = SkillsReport['prerequisites'][number]['id'];

const TEXTS: Readonly<Record<PrerequisiteId, { title: MessageId; next: MessageId }>> = {
  enrolled: { title: 'report.prerequisite.enrolled', next: 'report.prerequisite.enrolled.next' },
  role: { title: 'report.prerequisite.role', next: 'report.prerequisite.role.next' },
  people: { title: 'report.prerequisite.people', next: 'report.prerequisite.people.next' },
  associations: { title: 'report.prerequisite.associations', next: 'report.prerequisite.associations.next' },
};

/** A report is thin when a prerequisite is missing, or when fewer than half of the people are associated. */
export function isThin(report: SkillsReport): boolean {
  return report.prerequisites.some(
    ({ met, have, of }) => !met || (have !== null && of !== null && have * 2 < of),
  );
}

/** What must be there before the report can show anything, with its state and the next step. */
export function Prerequisites({ report }: { report: SkillsReport }) {
  const t = useText();
  return (
    <section className={styles.prerequisites} aria-labelledby="prerequisites">
      <h2 id="prerequisites">{t('report.prerequisites')}</h2>
      <ol>
        {report.prerequisites.map((one) => {
          const done = one.met && (one.have === null || one.of === null || one.have >= one.of);
          const state = t(one.met ? 'report.prerequisite.met' : 'report.prerequisite.missing');
          return (
            <li key={one.id} className={one.met ? styles.met : styles.open}>
              {one.met ? <CheckmarkCircleRegular fontSize={20} /> : <CircleRegular fontSize={20} />}
              <div>
                <strong>{t(TEXTS[one.id].title)}</strong>{' '}
                <span className={styles.state}>
                  {one.have === null || one.of === null
                    ? state
                    : t('report.prerequisite.count', { have: one.have, of: one.of })}
                </span>
                {!done && <p>{t(TEXTS[one.id].next)}</p>}
                {!one.met && one.holders.length > 0 && (
                  <p>{t('report.prerequisite.turnTo', { people: one.holders.join(', ') })}</p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
