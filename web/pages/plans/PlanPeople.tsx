import { Badge, Button } from '@fluentui/react-components';
import { PersonDeleteRegular, PinFilled, PinRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import type { PlanActionView, PlanResultView, PlanView } from '../../../src/contract/plans.ts';
import { useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './Plan.module.css';
import { type PlanDraft, withPerson, withPin } from './plan-draft.ts';
import { useAmounts } from './use-amounts.ts';
import { type PlanNames, usePlanNames } from './use-plan-names.ts';

export interface Changing {
  readonly draft: PlanDraft;
  readonly onChange: (draft: PlanDraft) => void;
}

interface ActionRowProps {
  readonly action: PlanActionView;
  readonly plan: PlanView;
  readonly names: PlanNames;
  readonly changing: Changing | null;
  readonly onWhy: (action: PlanActionView) => void;
}

/** The levels that an action serves, each once. */
function servedLevels({ serves }: PlanActionView, names: PlanNames): string {
  return [...new Set(serves.map(names.target))].join(', ');
}

function ActionRow({ action, plan, names, changing, onWhy }: ActionRowProps) {
  const t = useText();
  const amounts = useAmounts(plan.currency);
  const { skill, person, renewal, pinned } = action;
  const about = { skill: names.skill(skill), name: names.person(person) };
  const known = plan.skills[skill];
  const served = servedLevels(action, names);
  return (
    <tr>
      <td data-label="">
        <span className={styles.skill}>
          {known?.kind === 'exam' && <strong>{known.code} </strong>}
          {known?.title ?? skill}
          {renewal && (
            <Badge appearance="outline" color="informative" className={styles.badge!}>
              {t('plans.renewal')}
            </Badge>
          )}
          {served !== '' && <span className={styles.served}>{t('plans.serves', { levels: served })}</span>}
        </span>
      </td>
      <td data-label={t('plans.column.cost')} className={styles.number}>
        {amounts.money(action.cost)}
      </td>
      <td data-label={t('plans.column.hours')} className={styles.number}>
        {amounts.hours(action.hours)}
      </td>
      <td data-label="" className={`${styles.acts} no-print`}>
        <Button
          size="small"
          appearance="subtle"
          icon={<QuestionCircleRegular />}
          aria-label={t('plans.whyOf', about)}
          onClick={() => onWhy(action)}
        >
          {t('plans.why')}
        </Button>
        {changing !== null && (
          <Button
            size="small"
            appearance="subtle"
            icon={pinned ? <PinFilled /> : <PinRegular />}
            aria-pressed={pinned}
            aria-label={t('plans.pinOf', about)}
            title={t('plans.pinOf', about)}
            onClick={() => changing.onChange(withPin(changing.draft, { person, skill }))}
          />
        )}
      </td>
    </tr>
  );
}

function PersonName({ id, name }: { id: string; name: string }) {
  const { can } = useSession();
  if (!can('skills-report') || id.startsWith('joins:')) return name;
  return (
    <Link to={PATHS.skillsReport} search={{ user: id }} className={table.link}>
      {name}
    </Link>
  );
}

interface PlanPeopleProps {
  readonly plan: PlanView;
  readonly result: PlanResultView;
  readonly changing: Changing | null;
  readonly onWhy: (action: PlanActionView) => void;
}

/** Who achieves what: a part for each person, an exam or certification a line. */
export function PlanPeople({ plan, result, changing, onWhy }: PlanPeopleProps) {
  const t = useText();
  const names = usePlanNames(plan);
  const people = [...new Set(result.actions.map(({ person }) => person))];
  return (
    <ul className={styles.people} aria-label={t('plans.people')}>
      {people.map((person) => {
        const name = names.person(person);
        const actions = result.actions.filter((action) => action.person === person);
        return (
          <li key={person} className={styles.person}>
            <div className={styles.personHead}>
              <span className={styles.initials} aria-hidden="true">
                {plan.people[person]?.initials ?? '–'}
              </span>
              <h3>
                <PersonName id={person} name={name} />
              </h3>
              {changing !== null && (
                <Button
                  size="small"
                  className="no-print"
                  icon={<PersonDeleteRegular />}
                  aria-label={t('plans.notThemOf', { name })}
                  onClick={() => changing.onChange(withPerson(changing.draft, person, true))}
                >
                  {t('plans.notThem')}
                </Button>
              )}
            </div>
            <table
              className={`${table.table} ${table.cards} ${styles.actions}`}
              aria-label={t('plans.actionsOf', { name })}
            >
              <thead>
                <tr>
                  <th>{t('plans.column.skill')}</th>
                  <th className={styles.number}>{t('plans.column.cost')}</th>
                  <th className={styles.number}>{t('plans.column.hours')}</th>
                  <th className="no-print">
                    <span className="visually-hidden">{t('plans.column.acts')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {actions.map((action) => (
                  <ActionRow
                    key={action.skill}
                    action={action}
                    plan={plan}
                    names={names}
                    changing={changing}
                    onWhy={onWhy}
                  />
                ))}
              </tbody>
            </table>
          </li>
        );
      })}
    </ul>
  );
}
