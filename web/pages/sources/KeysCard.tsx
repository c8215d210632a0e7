import { Button, Dialog, Field, Input, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { MadeSourceKey, SourceKeyView, SourceView } from '../../../src/contract/source-health.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { Failure } from '../../components/Failure.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { useSession } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import styles from './Sources.module.css';
import { useSourceAct } from './use-source-act.ts';

/** What becomes of the keys there are; null: they go on. */
const REPLACED: readonly { readonly hours: number | null; readonly label: MessageId }[] = [
  { hours: null, label: 'sources.key.replace.keep' },
  { hours: 24, label: 'sources.key.replace.day' },
  { hours: 168, label: 'sources.key.replace.week' },
  { hours: 0, label: 'sources.key.replace.now' },
];

/** The secret, shown here and nowhere again. */
function MadeKey({ secret }: { secret: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t('sources.key.once')}</MessageBarBody>
      </MessageBar>
      <code className={styles.secret}>{secret}</code>
      <Button
        icon={<CopyRegular />}
        onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
      >
        <span role="status">{t(copied ? 'sources.key.copied' : 'sources.key.copy')}</span>
      </Button>
    </>
  );
}

function NewKey({ source, onMade }: { source: SourceView; onMade: (secret: string) => void }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const [chosen, setChosen] = useState(0);
  const make = useSourceAct(() => {
    const { hours } = REPLACED[chosen]!;
    return sendJson<MadeSourceKey>('POST', `/sources/${source.sourceId}/keys`, {
      label,
      ...(hours !== null && { replaceAfterHours: hours }),
    });
  });
  const failure = t(
    problemCode(make.error) === 'too-many-keys' ? 'sources.key.tooMany' : 'sources.key.failed',
  );
  const send = () =>
    make.mutate(undefined, {
      onSuccess: ({ secret }) => {
        setOpen(false);
        setLabel('');
        onMade(secret);
      },
    });
  return (
    <>
      <Button appearance="primary" onClick={() => setOpen(true)}>
        {t('sources.key.make')}
      </Button>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <FormDialog
          title={t('sources.key.make')}
          submit={t('sources.key.make')}
          back={t('sources.key.back')}
          failure={make.isError ? failure : null}
          pending={make.isPending}
          complete={label.trim() !== ''}
          onSubmit={send}
          onClose={() => setOpen(false)}
        >
          {(sent) => (
            <>
              <NeededField label={t('sources.key.label')} value={label} sent={sent}>
                <Input value={label} maxLength={100} onChange={(_, data) => setLabel(data.value)} />
              </NeededField>
              {source.keys.length > 0 && (
                <Field label={t('sources.key.replace')}>
                  <Select value={String(chosen)} onChange={(_, data) => setChosen(Number(data.value))}>
                    {REPLACED.map((each, index) => (
                      <option key={each.label} value={String(index)}>
                        {t(each.label)}
                      </option>
                    ))}
                  </Select>
                </Field>
              )}
            </>
          )}
        </FormDialog>
      </Dialog>
    </>
  );
}

function KeyRow({
  source,
  sourceKey,
  mayChange,
}: {
  source: string;
  sourceKey: SourceKeyView;
  mayChange: boolean;
}) {
  const t = useText();
  const dates = useDates();
  const { keyId, label, createdAt, endsAt, lastUsedAt } = sourceKey;
  const revoke = useSourceAct(() => sendJson<void>('DELETE', `/sources/${source}/keys/${keyId}`));
  return (
    <li>
      <span className={styles.text}>
        <strong>{label}</strong>{' '}
        <span className={styles.quiet}>
          {[
            t('sources.key.made', { at: dates.instant(createdAt) }),
            lastUsedAt === null
              ? t('sources.key.unused')
              : t('sources.key.used', { at: dates.instant(lastUsedAt) }),
            ...(endsAt === null ? [] : [t('sources.key.ends', { at: dates.instant(endsAt) })]),
          ].join(' · ')}
        </span>
      </span>
      {revoke.isError && <Failure>{t('sources.key.failed')}</Failure>}
      {mayChange && (
        <AskFirst
          label={t('sources.key.revoke')}
          about={label}
          effect={t('sources.key.revoke.effect')}
          disabled={revoke.isPending}
          onAct={() => revoke.mutate(undefined)}
        />
      )}
    </li>
  );
}

/** The keys by which the source signs: made, replaced without a break, revoked. */
export function KeysCard({ source }: { source: SourceView }) {
  const t = useText();
  const { can } = useSession();
  const [secret, setSecret] = useState<string | null>(null);
  const mayChange = can('run-network');
  return (
    <section className={card.card}>
      <h2>{t('sources.keys')}</h2>
      <p className={styles.lead}>{t('sources.keys.lead')}</p>
      {secret !== null && <MadeKey secret={secret} />}
      {source.keys.length === 0 ? (
        <p className={styles.quiet}>{t('sources.keys.none')}</p>
      ) : (
        <ul className={styles.keys}>
          {source.keys.map((key) => (
            <KeyRow key={key.keyId} source={source.sourceId} sourceKey={key} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {mayChange && (
        <div className={styles.buttons}>
          <NewKey source={source} onMade={setSecret} />
        </div>
      )}
    </section>
  );
}
