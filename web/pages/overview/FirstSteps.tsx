import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Overview } from '../../../src/contract/competencies.ts';
import type { Ability } from '../../../src/contract/roles.ts';
import { unassociatedIds } from '../../api/unassociated.ts';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { RemindButton } from '../../components/reminders/RemindButton.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { AddFromFile } from '../users/AddFromFile.tsx';
import styles from './FirstSteps.module.css';

interface GoButtonProps {
  readonly to: typeof PATHS.addUser | typeof PATHS.imports;
  readonly ability: Ability;
  readonly primary?: boolean;
  readonly children: string;
}

function GoButton({ to, ability, primary = false, children }: GoButtonProps) {
  const navigate = useNavigate();
  const reason = useRoleReason(ability);
  return (
    <ExplainedButton reason={reason} primary={primary} onClick={() => void navigate({ to })}>
      {children}
    </ExplainedButton>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  /** How far it is. */
  readonly state?: string;
  readonly done?: boolean;
  readonly children: ReactNode;
}

function Step({ number, title, text, state, done = false, children }: StepProps) {
  const t = useText();
  return (
    <li className={styles.step}>
      {done ? (
        <CheckmarkCircleFilled fontSize={28} className={styles.done} aria-label={t('overview.first.done')} />
      ) : (
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
      )}
      <div className={styles.what}>
        <h3>
          {title} {state !== undefined && <span className={styles.state}>{state}</span>}
        </h3>
        <p>{text}</p>
        <div className={styles.actions}>{children}</div>
      </div>
    </li>
  );
}

/** What leads a company that has just been created to its first answer: people, their accounts, what is known already. */
export function FirstSteps({ people }: Pick<Overview, 'people'>) {
  const t = useText();
  const partner = usePartnerId();
  const { me } = useSession();
  const { total, associated, notAssociated } = people;
  const alone = total <= 1;
  return (
    <section className={styles.card} aria-labelledby="first-steps">
      <h2 id="first-steps">{t('overview.first')}</h2>
      <p className={styles.lead}>{t('overview.first.lead')}</p>
      <ol className={styles.steps}>
        <Step
          number={1}
          title={t('overview.first.people')}
          text={t('overview.first.people.text')}
          state={t('overview.first.people.state', { count: total })}
          done={!alone}
        >
          <GoButton to={PATHS.addUser} ability="manage-users" primary={alone}>
            {t('people.add')}
          </GoButton>
          <AddFromFile />
        </Step>
        <Step
          number={2}
          title={t('overview.first.associate')}
          text={t('overview.first.associate.text')}
          state={t('overview.first.associate.state', { associated, total })}
          done={associated > 0}
        >
          {!alone && notAssociated > 0 && (
            <RemindButton
              label={t('remind.askMany', { count: notAssociated })}
              count={notAssociated}
              people={() => unassociatedIds(partner)}
              primary={associated === 0}
            />
          )}
          {me.partner !== null && (
            <Link to={PATHS.associate} className={table.link}>
              {t('overview.first.associate.own')}
            </Link>
          )}
        </Step>
        <Step number={3} title={t('overview.first.import')} text={t('overview.first.import.text')}>
          <GoButton to={PATHS.imports} ability="import-skills">
            {t('overview.first.import.go')}
          </GoButton>
        </Step>
        <Step number={4} title={t('overview.first.aim')} text={t('overview.first.aim.text')}>
          <Link to={PATHS.requirements} className={table.link}>
            {t('nav.requirements')}
          </Link>
        </Step>
      </ol>
    </section>
  );
}
