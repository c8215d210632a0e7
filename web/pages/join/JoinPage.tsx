import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { sendJson } from '../../api/client.ts';
import { problemStatus } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { Entrance } from '../sign-in/Entrance.tsx';
import { AdminFields, CompanyFields } from './CompanyFields.tsx';
import styles from './Join.module.css';
import { isAdmin, isCompany, joinOf, NO_ADMIN, NO_COMPANY } from './join-draft.ts';
import { Terms } from './Terms.tsx';

/** A company that is not here yet asks to take part; nobody needs to be signed in. */
export function JoinPage() {
  const t = useText();
  const { locale } = useLocale();
  const [company, setCompany] = useState(NO_COMPANY);
  const [admin, setAdmin] = useState(NO_ADMIN);
  const [accepted, setAccepted] = useState(false);
  const [sent, setSent] = useState(false);
  const join = useMutation({
    mutationFn: () =>
      sendJson<{ received: true }>('POST', '/join-requests', { ...joinOf(company), admin, locale }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (isCompany(company) && isAdmin(admin) && accepted && !join.isPending) join.mutate();
  };
  if (join.isSuccess) {
    return (
      <Entrance title={t('join.sent.title')}>
        <p role="status">{t('join.sent.text')}</p>
      </Entrance>
    );
  }
  return (
    <Entrance title={t('join.title')} wide>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className={styles.lead}>{t('join.lead')}</p>
        {join.isError && (
          <Failure>{t(problemStatus(join.error) === 429 ? 'join.tooMany' : 'join.failed')}</Failure>
        )}
        <fieldset className={styles.part}>
          <legend>{t('join.company')}</legend>
          <CompanyFields draft={company} sent={sent} onChange={setCompany} />
        </fieldset>
        <fieldset className={styles.part}>
          <legend>{t('join.admin')}</legend>
          <p className={styles.lead}>{t('join.admin.text')}</p>
          <AdminFields draft={admin} sent={sent} onChange={setAdmin} />
        </fieldset>
        <Terms accepted={accepted} sent={sent} onChange={setAccepted} />
        <div>
          <Button type="submit" appearance="primary" size="large" disabledFocusable={join.isPending}>
            {t('join.send')}
          </Button>
        </div>
        <Link to={PATHS.signIn} className={table.link}>
          {t('join.signIn')}
        </Link>
      </form>
    </Entrance>
  );
}
