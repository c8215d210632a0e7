import { Button, Field, Input, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  type MadeReportToken,
  REPORT_TOKEN_DAYS,
  type ReportTokenView,
} from '../../../src/contract/report-tokens.ts';
import { sendJson } from '../../api/client.ts';
import { reportTokensQuery } from '../../api/data-sets.ts';
import { problemCode } from '../../api/problem-error.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { Failure } from '../../components/Failure.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './DataSets.module.css';

const USUAL_DAYS = 90;

/** The token, which is shown here and nowhere again. */
function MadeToken({ token }: { token: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(token).then(() => setCopied(true));
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t('reportTokens.once')}</MessageBarBody>
      </MessageBar>
      <code className={styles.secret}>{token}</code>
      <Button icon={<CopyRegular />} onClick={copy}>
        <span role="status">{t(copied ? 'feed.copied' : 'reportTokens.copy')}</span>
      </Button>
    </>
  );
}

interface NewToken {
  readonly name: string;
  readonly days: number;
}

function NewTokenForm({ busy, onMake }: { busy: boolean; onMake: (order: NewToken) => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const [days, setDays] = useState(USUAL_DAYS);
  const [sent, setSent] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(name.trim() === '');
    if (name.trim() === '') return;
    onMake({ name: name.trim(), days });
    setName('');
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <NeededField label={t('reportTokens.name')} hint={t('reportTokens.name.hint')} value={name} sent={sent}>
        <Input value={name} maxLength={80} onChange={(_, data) => setName(data.value)} />
      </NeededField>
      <Field label={t('reportTokens.days')}>
        <Select value={String(days)} onChange={(_, data) => setDays(Number(data.value))}>
          {REPORT_TOKEN_DAYS.map((each) => (
            <option key={each} value={each}>
              {t('reportTokens.daysOf', { days: each })}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={busy}>
        {t('reportTokens.make')}
      </Button>
    </form>
  );
}

interface TokenRowProps {
  readonly token: ReportTokenView;
  readonly busy: boolean;
  readonly onRevoke: () => void;
}

function TokenRow({
  token: { name, createdAt, expiresAt, ended, lastUsedAt },
  busy,
  onRevoke,
}: TokenRowProps) {
  const t = useText();
  const dates = useDates();
  return (
    <tr>
      <td data-label="">{name}</td>
      <td data-label={t('reportTokens.created')}>{dates.day(createdAt.slice(0, 10))}</td>
      <td data-label={t('reportTokens.until')}>
        {ended ? t('reportTokens.ended') : dates.day(expiresAt.slice(0, 10))}
      </td>
      <td data-label={t('reportTokens.lastUsed')}>
        {lastUsedAt === null ? t('reportTokens.never') : dates.instant(lastUsedAt)}
      </td>
      <td data-label="">
        <AskFirst
          label={t('reportTokens.revoke')}
          effect={ended ? null : t('reportTokens.revoke.effect', { name })}
          disabled={busy}
          onAct={onRevoke}
        />
      </td>
    </tr>
  );
}

/** The reader's own tokens: made, shown once, revoked. */
export function ReportTokensCard({ tokens }: { tokens: readonly ReportTokenView[] }) {
  const t = useText();
  const client = useQueryClient();
  const [made, setMade] = useState<MadeReportToken | null>(null);
  const onSettled = () => client.invalidateQueries({ queryKey: reportTokensQuery.queryKey });
  const make = useMutation({
    mutationFn: (order: NewToken) => sendJson<MadeReportToken>('POST', '/me/report-tokens', order),
    onSuccess: setMade,
    onSettled,
  });
  const revoke = useMutation({
    mutationFn: (tokenId: string) => sendJson<void>('DELETE', `/me/report-tokens/${tokenId}`),
    onSettled,
  });
  const error = make.error ?? revoke.error;
  const busy = make.isPending || revoke.isPending;
  const shown = made !== null && tokens.some(({ tokenId }) => tokenId === made.tokenId) ? made : null;
  return (
    <section className={styles.card}>
      <h2>{t('reportTokens.title')}</h2>
      <p>{t('reportTokens.lead')}</p>
      {error !== null && (
        <Failure>
          {t(problemCode(error) === 'too-many-tokens' ? 'reportTokens.tooMany' : 'reportTokens.failed')}
        </Failure>
      )}
      {tokens.length === 0 ? (
        <p className={styles.quiet}>{t('reportTokens.none')}</p>
      ) : (
        <table className={`${table.table} ${table.cards}`}>
          <thead>
            <tr>
              <th>{t('reportTokens.name')}</th>
              <th>{t('reportTokens.created')}</th>
              <th>{t('reportTokens.until')}</th>
              <th>{t('reportTokens.lastUsed')}</th>
              <th>{t('scheduled.acts')}</th>
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <TokenRow
                key={token.tokenId}
                token={token}
                busy={busy}
                onRevoke={() => revoke.mutate(token.tokenId)}
              />
            ))}
          </tbody>
        </table>
      )}
      {shown !== null && <MadeToken token={shown.token} />}
      <NewTokenForm busy={busy} onMake={(order) => make.mutate(order)} />
    </section>
  );
}
