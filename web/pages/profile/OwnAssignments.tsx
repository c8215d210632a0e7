import { Badge } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { OwnAssignments as Assignments } from '../../../src/contract/training-assignments.ts';
import { ownAssignmentsQuery } from '../../api/plans.ts';
import { DateText } from '../../components/DateText.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { ASSIGNMENT_LABELS } from '../../components/training-assignments/assignment-states.ts';
import { useAllOf } from '../../messages/use-all-of.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import styles from './Profile.module.css';

type Assignment = Assignments['value'][number];

function Line({ assignment }: { assignment: Assignment }) {
  const t = useText();
  const local = useLocalText();
  const allOf = useAllOf();
  const dates = useDates();
  const { title, code, dueOn, state, doneOn, doneLate, renewal, partner, targets, assignedBy } = assignment;
  const { label, color } = ASSIGNMENT_LABELS[state];
  const levels = targets.map(({ name, levelName }) =>
    t('plans.target', { competency: local(name), level: local(levelName) }),
  );
  return (
    <li className={styles.assignment}>
      <div className={styles.assignmentHead}>
        <strong>{code === '' || title.includes(code) ? title : `${code} ${title}`}</strong>
        {renewal && <Badge appearance="outline">{t('plans.renewal')}</Badge>}
        <Badge appearance="tint" color={color}>
          {t(label)}
        </Badge>
      </div>
      <span>
        {doneOn === null ? (
          <>
            {t('ownAssignments.due')} <DateText on={dueOn} relative />
          </>
        ) : (
          t(doneLate ? 'ownAssignments.doneLate' : 'ownAssignments.done', { day: dates.day(doneOn) })
        )}
      </span>
      <span className={styles.quiet}>
        {t('ownAssignments.why', { company: partner.name, levels: allOf(levels) })}
        {assignedBy !== null && ` ${t('ownAssignments.by', { name: assignedBy })}`}
      </span>
    </li>
  );
}

/** What the reader is to achieve by when since a plan was adopted, and why; nothing where there is nothing. */
export function OwnAssignments() {
  const t = useText();
  const query = useQuery(ownAssignmentsQuery);
  if (query.data?.value.length === 0) return null;
  return (
    <QueryView query={query} skeleton={<Bones count={1} height={96} />} part>
      {({ value }) => (
        <section className={card.card} aria-labelledby="own-assignments">
          <h2 id="own-assignments">{t('ownAssignments.title')}</h2>
          <p className={styles.quiet}>{t('ownAssignments.text')}</p>
          <ul className={styles.assignments}>
            {value.map((assignment) => (
              <Line key={assignment.assignmentId} assignment={assignment} />
            ))}
          </ul>
        </section>
      )}
    </QueryView>
  );
}
