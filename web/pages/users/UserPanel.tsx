import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { User } from '../../../src/contract/users.ts';
import type { Tagged } from '../../api/client.ts';
import { problemStatus } from '../../api/problem-error.ts';
import { locationsQuery, userQuery } from '../../api/queries.ts';
import { byAccount } from '../../components/by-account.ts';
import { DiagnosisLink } from '../../components/diagnosis/DiagnosisLink.tsx';
import { EmailText } from '../../components/EmailText.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useProviderLabel, useRoleLabel, useUserStatusLabel } from '../../components/use-labels.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { EditPerson } from './EditPerson.tsx';
import { LeaverAssociations } from './LeaverAssociations.tsx';
import { PersonActions } from './PersonActions.tsx';
import styles from './Users.module.css';

function Accounts({ user }: { user: User }) {
  const t = useText();
  const dates = useDates();
  const provider = useProviderLabel();
  if (user.learningAccounts.length === 0) return <p>{t('users.noAccount')}</p>;
  return (
    <ul className={styles.accounts}>
      {byAccount(user.learningAccounts).map(([first, ...others]) => (
        <li key={first.provider + first.accountId}>
          {provider(first.provider)} {first.accountId}
          {[first, ...others].map((one) => (
            <span key={one.via + one.since} className={styles.hint}>
              {t('users.account.since', { day: dates.day(one.since) })}{' '}
              {t(one.via === 'pmc' ? 'via.pmc' : 'via.partnerCenter')}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Details({ user }: { user: User }) {
  const t = useText();
  const dates = useDates();
  const role = useRoleLabel();
  const status = useUserStatusLabel();
  const { can } = useSession();
  const locations = useQuery(locationsQuery(usePartnerId())).data?.value ?? [];
  const location = locations.find(({ locationId }) => locationId === user.locationId);
  return (
    <div className={styles.panel}>
      <dl className={styles.facts}>
        <dt>{t('users.column.workEmail')}</dt>
        <dd>
          <EmailText address={user.workEmail} />
        </dd>
        <dt>{t('users.column.status')}</dt>
        <dd>{status(user.status)}</dd>
        <dt>{t('users.column.roles')}</dt>
        <dd>{user.roles.length === 0 ? t('common.none') : user.roles.map(role).join(', ')}</dd>
        {location !== undefined && (
          <>
            <dt>{t('people.field.location')}</dt>
            <dd>{location.name}</dd>
          </>
        )}
        <dt>{t('profile.language')}</dt>
        <dd>{t(user.locale === 'fr' ? 'profile.language.fr' : 'profile.language.en')}</dd>
        {user.team !== null && (
          <>
            <dt>{t('people.field.team')}</dt>
            <dd>{user.team}</dd>
          </>
        )}
        {user.employedFrom !== null && (
          <>
            <dt>{t('people.field.employedFrom')}</dt>
            <dd>{dates.day(user.employedFrom)}</dd>
          </>
        )}
        <dt>{t('users.column.lastSignIn')}</dt>
        <dd>{user.lastSignInAt === null ? t('users.never') : dates.instant(user.lastSignInAt)}</dd>
        {user.employedUntil !== null && (
          <>
            <dt>{t(user.status === 'left' ? 'users.leftOn' : 'people.leave.planned')}</dt>
            <dd>{dates.day(user.employedUntil)}</dd>
          </>
        )}
        {user.disabledOn !== null && (
          <>
            <dt>{t('people.disabledOn')}</dt>
            <dd>{dates.day(user.disabledOn)}</dd>
          </>
        )}
        <dt>{t('users.column.technical')}</dt>
        <dd>{t(user.technical ? 'common.yes' : 'common.no')}</dd>
      </dl>
      {user.fromDirectory && <p className={styles.hint}>{t('users.fromDirectory')}</p>}
      <h3>{t('users.column.associated')}</h3>
      <Accounts user={user} />
      {can('skills-report') && user.skills.total === 0 && (
        <p className={styles.hint}>{t('users.noSkills')}</p>
      )}
      <DiagnosisLink userId={user.userId} className={table.link}>
        {t('diagnosis.whyNot')}
      </DiagnosisLink>
      {can('cases') && (
        <Link to={PATHS.newCase} search={{ userId: user.userId }} className={table.link}>
          {t('cases.new')}
        </Link>
      )}
      {can('skills-report') && user.skills.total > 0 && (
        <Link to={PATHS.skillsReport} search={{ user: user.userId }} className={table.link}>
          {t('users.skills', { count: user.skills.total })}
        </Link>
      )}
    </div>
  );
}

type PersonQuery = UseQueryResult<Tagged<User>>;

/** The person as he or she is now, with what can be done; the list may be a moment older. */
function Person({ query, onClose }: { query: PersonQuery; onClose: () => void }) {
  const [editing, setEditing] = useState(false);
  return (
    <QueryView query={query} skeleton={<Bones count={6} height={32} />}>
      {(person) =>
        editing ? (
          <EditPerson person={person} onClose={() => setEditing(false)} />
        ) : (
          <>
            <Details user={person.value} />
            <LeaverAssociations user={person.value} />
            <PersonActions person={person} onEdit={() => setEditing(true)} onGone={onClose} />
          </>
        )
      }
    </QueryView>
  );
}

interface UserPanelProps {
  /** From the address of the page, so that a link leads to a person. */
  readonly userId: string | null;
  readonly onClose: () => void;
}

export function UserPanel({ userId, onClose }: UserPanelProps) {
  const t = useText();
  const query = useQuery({ ...userQuery(usePartnerId(), userId ?? ''), enabled: userId !== null });
  const user = query.data?.value;
  const unknown = problemStatus(query.error) === 404;
  const name = user && `${user.firstName} ${user.lastName}`;
  return (
    <SidePanel
      open={userId !== null}
      title={name ?? t(unknown ? 'users.unknown' : 'users.panel')}
      onClose={onClose}
    >
      {unknown ? <p>{t('users.unknownText')}</p> : <Person key={userId} query={query} onClose={onClose} />}
    </SidePanel>
  );
}
