import { Button } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { JoinStanding } from '../../../src/contract/joining.ts';
import { sendJson } from '../../api/client.ts';
import { joinStandingQuery } from '../../api/joining.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Failure } from '../../components/Failure.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { CompanyFields } from './CompanyFields.tsx';
import styles from './Join.module.css';
import { isCompany, joinOf } from './join-draft.ts';
import { Terms } from './Terms.tsx';

function Form() {
  const t = useText();
  const client = useQueryClient();
  const partnerId = usePartnerId();
  const { partner } = useSession();
  const [company, setCompany] = useState({
    legalName: partner?.name ?? '',
    country: partner?.country ?? '',
    market: partner?.market ?? '',
    mpnId: partner?.mpnId ?? '',
  });
  const [accepted, setAccepted] = useState(false);
  const [sent, setSent] = useState(false);
  const join = useMutation({
    mutationFn: () => sendJson<JoinStanding>('POST', `/partners/${partnerId}/join-request`, joinOf(company)),
    // Taken in at once, every page of the company has something to show.
    onSuccess: () => client.invalidateQueries(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (isCompany(company) && accepted && !join.isPending) join.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {join.isError && <Failure>{t('join.failed')}</Failure>}
      <CompanyFields draft={company} sent={sent} onChange={setCompany} />
      <Terms accepted={accepted} sent={sent} onChange={setAccepted} />
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={join.isPending}>
          {t('join.send')}
        </Button>
      </div>
    </form>
  );
}

function Standing({ standing }: { standing: JoinStanding }) {
  const t = useText();
  const dates = useDates();
  const { can } = useSession();
  const { enrolled, request } = standing;
  if (enrolled) {
    return (
      <EmptyState icon={<CheckmarkCircleRegular />} title={t('join.enrolled')}>
        <Link to={PATHS.competencies} className={table.link}>
          {t('join.enrolled.next')}
        </Link>
      </EmptyState>
    );
  }
  if (request?.state === 'waiting') {
    return <p role="status">{t('join.waiting', { at: dates.instant(request.askedAt) })}</p>;
  }
  return (
    <>
      {request?.state === 'refused' && (
        <p role="status">
          {t('join.refused', {
            at: dates.instant(request.decidedAt ?? request.askedAt),
            reason: request.reason ?? '',
          })}
        </p>
      )}
      {can('company-settings') || can('memberships') ? <Form /> : <p>{t('join.noRight')}</p>}
    </>
  );
}

/** A company that is here and takes no part asks to, and reads what became of it. */
export function OwnJoinPage() {
  const t = useText();
  const query = useQuery(joinStandingQuery(usePartnerId()));
  return (
    <PageFrame
      page="join"
      title={t('join.title')}
      lead={t('join.own.lead')}
      ability={['company-settings', 'memberships']}
    >
      <QueryView query={query} skeleton={<Bones count={4} height={52} />}>
        {(standing) => <Standing standing={standing} />}
      </QueryView>
    </PageFrame>
  );
}
