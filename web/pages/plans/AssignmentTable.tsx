import { Badge, Button, Input } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PlanView } from '../../../src/contract/plans.ts';
import type { AssignmentView, ChangeAssignmentRequest } from '../../../src/contract/training-assignments.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { DateText } from '../../components/DateText.tsx';
import { Failure } from '../../components/Failure.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { ASSIGNMENT_LABELS, MAIL_LABELS } from '../../components/training-assignments/assignment-states.ts';
import { isDay } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './Plan.module.css';
import { usePlanNames } from './use-plan-names.ts';

type Change = (assignment: AssignmentView, change: ChangeAssignmentRequest) => void;

function State({ assignment: { state, doneOn, doneLate, told } }: { assignment: AssignmentView }) {
  const t = useText();
  const { label, color } = ASSIGNMENT_LABELS[state];
  return (
    <span className={styles.stack}>
      <span>
        <Badge appearance="tint" color={color}>
          {t(label)}
        </Badge>
        {doneOn !== null && (
          <>
            {' '}
            <DateText on={doneOn} short />
            {doneLate && ` (${t('assignment.doneLate')})`}
          </>
        )}
      </span>
      {told !== null && <span className={table.quiet}>{t(MAIL_LABELS[told])}</span>}
    </span>
  );
}

interface RowProps {
  readonly assignment: AssignmentView;
  readonly plan: PlanView;
  readonly onChange: Change | null;
}

function Row({ assignment, plan, onChange }: RowProps) {
  const t = useText();
  const names = usePlanNames(plan);
  const { person, skill, dueOn, state, manager } = assignment;
  const changeable = onChange !== null && (state === 'open' || state === 'late');
  const about = { name: names.person(person), skill: names.skill(skill) };
  return (
    <tr>
      <td data-label="">
        <span className={styles.stack}>
          <strong>{names.person(person)}</strong>
          {manager !== null && (
            <span className={table.quiet}>{t('assignment.manager', { name: names.person(manager) })}</span>
          )}
        </span>
      </td>
      <td data-label={t('plans.column.skill')}>{names.skill(skill)}</td>
      <td data-label={t('assignment.due')}>
        {changeable ? (
          <Input
            type="date"
            size="small"
            aria-label={t('assignment.dueOf', about)}
            value={dueOn}
            onChange={(_, { value }) =>
              isDay(value) && value !== dueOn && onChange(assignment, { dueOn: value })
            }
          />
        ) : (
          <DateText on={dueOn} />
        )}
      </td>
      <td data-label={t('plans.column.state')}>
        <State assignment={assignment} />
      </td>
      <td data-label="" className="no-print">
        {changeable && (
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={t('assignment.dropOf', about)}
            onClick={() => onChange(assignment, { dropped: true })}
          >
            {t('assignment.drop')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What each person is to achieve by when, those late first. */
export function AssignmentTable({
  plan,
  assignments,
}: {
  plan: PlanView;
  assignments: readonly AssignmentView[];
}) {
  const t = useText();
  const partner = usePartnerId();
  const { can } = useSession();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: ({ id, asked }: { id: string; asked: ChangeAssignmentRequest }) =>
      sendJson('PATCH', `/partners/${partner}/training-assignments/${encodeURIComponent(id)}`, asked),
    onSettled: () => client.invalidateQueries({ queryKey: ['partner', partner] }),
  });
  const onChange: Change | null =
    can('make-plans') && plan.adoption?.endedAt === null
      ? ({ assignmentId }, asked) => change.mutate({ id: assignmentId, asked })
      : null;
  const order = ['late', 'open', 'done', 'dropped'];
  const sorted = [...assignments].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.dueOn.localeCompare(b.dueOn),
  );
  return (
    <>
      {change.isError && (
        <Failure>
          {t('assignment.change.failed', { code: problemCode(change.error) ?? 'page-error' })}
        </Failure>
      )}
      <table className={`${table.table} ${table.cards}`} aria-label={t('plans.assignments')}>
        <thead>
          <tr>
            <th>{t('assignment.person')}</th>
            <th>{t('plans.column.skill')}</th>
            <th>{t('assignment.due')}</th>
            <th>{t('plans.column.state')}</th>
            <th className="no-print">
              <span className="visually-hidden">{t('plans.column.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((assignment) => (
            <Row key={assignment.assignmentId} assignment={assignment} plan={plan} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </>
  );
}
