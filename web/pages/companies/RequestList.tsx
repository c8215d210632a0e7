import { Button, Dialog, Field, Switch, Textarea } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type JoinPolicy,
  type JoinRequests,
  type JoinRequestView,
  type OpenedCompany,
  SHORTEST_REFUSAL,
} from '../../../src/contract/joining.ts';
import { sendJson } from '../../api/client.ts';
import { joinPolicyQuery } from '../../api/joining.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { EmailText } from '../../components/EmailText.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Failure } from '../../components/Failure.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { useSession } from '../../components/session.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './Companies.module.css';
import type { Opened } from './OpenedNote.tsx';
import { useCompanyAct } from './use-company-act.ts';

function Refuse({ request }: { request: JoinRequestView }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const refuse = useCompanyAct(() =>
    sendJson<void>('POST', `/join-requests/${request.requestId}/refuse`, { reason }),
  );
  const short = reason.trim().length < SHORTEST_REFUSAL;
  return (
    <>
      <Button aria-label={`${t('requests.refuse')} ${request.legalName}`} onClick={() => setOpen(true)}>
        {t('requests.refuse')}
      </Button>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <FormDialog
          title={`${t('requests.refuse')} ${request.legalName}`}
          submit={t('requests.refuse')}
          back={t('companies.back')}
          failure={refuse.failure}
          pending={refuse.isPending}
          complete={!short}
          onSubmit={() => refuse.mutate(undefined, { onSuccess: () => setOpen(false) })}
          onClose={() => setOpen(false)}
        >
          {(sent) => (
            <NeededField
              label={t('requests.refuse.reason')}
              value={reason}
              problem={short ? t('requests.refuse.short') : null}
              sent={sent}
            >
              <Textarea value={reason} maxLength={500} onChange={(_, data) => setReason(data.value)} />
            </NeededField>
          )}
        </FormDialog>
      </Dialog>
    </>
  );
}

function Row({ request, onOpened }: { request: JoinRequestView; onOpened: (opened: Opened) => void }) {
  const t = useText();
  const dates = useDates();
  const { can } = useSession();
  const { requestId, legalName, country, mpnId, admin, askedAt } = request;
  const approve = useCompanyAct(() => sendJson<OpenedCompany>('POST', `/join-requests/${requestId}/approve`));
  const act = () =>
    approve.mutate(undefined, {
      onSuccess: ({ firstSignIn }) => firstSignIn !== null && onOpened({ company: legalName, firstSignIn }),
    });
  const effect =
    admin === null
      ? t('requests.approve.known', { company: legalName })
      : t('requests.approve.new', { company: legalName, email: admin.email });
  return (
    <tr>
      <td data-label="" className={styles.text}>
        <strong>{legalName}</strong>{' '}
        <span className={table.quiet}>
          {[
            t(admin === null ? 'requests.known' : 'requests.new'),
            country,
            ...(mpnId === null ? [] : [mpnId]),
          ].join(' · ')}
        </span>
      </td>
      <td data-label={t('requests.admin')} className={styles.text}>
        {admin === null ? (
          '–'
        ) : (
          <>
            {admin.firstName} {admin.lastName} <EmailText address={admin.email} />
          </>
        )}
      </td>
      <td data-label={t('requests.asked')}>{dates.instant(askedAt)}</td>
      <td data-label="">
        {approve.failure !== null && <Failure>{approve.failure}</Failure>}
        {can('run-network') && (
          <div className={styles.buttons}>
            <AskFirst
              label={t('requests.approve')}
              about={legalName}
              effect={effect}
              disabled={approve.isPending}
              primary
              onAct={act}
            />
            <Refuse request={request} />
          </div>
        )}
      </td>
    </tr>
  );
}

function Policy() {
  const t = useText();
  const { can } = useSession();
  const { data } = useQuery(joinPolicyQuery);
  const change = useCompanyAct((atOnce: boolean) =>
    sendJson<JoinPolicy>('PATCH', '/join-policy', { atOnce }),
  );
  if (data === undefined) return null;
  return (
    <Field
      hint={t('requests.policy.hint')}
      {...(change.failure === null ? {} : { validationMessage: change.failure })}
    >
      <Switch
        label={t('requests.policy')}
        checked={data.atOnce}
        disabled={!can('run-network') || change.isPending}
        onChange={(_, { checked }) => change.mutate(checked)}
      />
    </Field>
  );
}

interface RequestListProps {
  readonly requests: JoinRequests['value'];
  readonly onOpened: (opened: Opened) => void;
}

/** Companies that ask to take part, and whether they are taken in without a look. */
export function RequestList({ requests, onOpened }: RequestListProps) {
  const t = useText();
  return (
    <>
      <Policy />
      {requests.length === 0 ? (
        <EmptyState icon={<CheckmarkCircleRegular />} title={t('requests.none')} />
      ) : (
        <div className={table.card}>
          <table className={`${table.table} ${table.cards}`} aria-label={t('companies.title')}>
            <thead>
              <tr>
                <th>{t('requests.company')}</th>
                <th>{t('requests.admin')}</th>
                <th>{t('requests.asked')}</th>
                <th>
                  <span className="visually-hidden">{t('requests.approve')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {requests.map((request) => (
                <Row key={request.requestId} request={request} onOpened={onOpened} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
