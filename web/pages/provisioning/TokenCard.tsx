import { Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { MadeProvisioningToken, ProvisioningToken } from '../../../src/contract/provisioning.ts';
import { sendJson } from '../../api/client.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { Failure } from '../../components/Failure.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import { MadeToken } from './MadeToken.tsx';
import styles from './Provisioning.module.css';
import { useProvisioningAct } from './use-provisioning-act.ts';

const PERIODS = [90, 180, 365, 730] as const;
const USUAL = 180;

function TokenFacts({ token }: { token: ProvisioningToken }) {
  const t = useText();
  const dates = useDates();
  const { createdAt, expiresAt, lastUsedAt, expired } = token;
  return (
    <>
      {expired && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t('provisioning.expired')}</MessageBarBody>
        </MessageBar>
      )}
      <dl className={styles.facts}>
        <dt>{t('provisioning.created')}</dt>
        <dd>{dates.instant(createdAt)}</dd>
        <dt>{t('provisioning.expires')}</dt>
        <dd>{dates.instant(expiresAt)}</dd>
        <dt>{t('provisioning.lastUsed')}</dt>
        <dd>{lastUsedAt === null ? t('provisioning.never') : dates.instant(lastUsedAt)}</dd>
      </dl>
    </>
  );
}

/** The token of the directory: made, shown once, ended. */
export function TokenCard({ token }: { token: ProvisioningToken | null }) {
  const t = useText();
  const partner = usePartnerId();
  const [days, setDays] = useState(USUAL);
  const [made, setMade] = useState<MadeProvisioningToken | null>(null);
  const tokens = `/partners/${partner}/provisioning/tokens`;
  const make = useProvisioningAct(
    (validDays: number) => sendJson<MadeProvisioningToken>('POST', tokens, { validDays }),
    setMade,
  );
  const revoke = useProvisioningAct(
    (tokenId: string) => sendJson<void>('DELETE', `${tokens}/${tokenId}`),
    () => setMade(null),
  );
  const failure = make.failure ?? revoke.failure;
  const busy = make.isPending || revoke.isPending;
  return (
    <section className={`${card.card} ${styles.card}`}>
      <h2>{t('provisioning.token')}</h2>
      {failure !== null && <Failure>{failure}</Failure>}
      {token === null ? <p>{t('provisioning.noToken')}</p> : <TokenFacts token={token} />}
      {made !== null && made.token.tokenId === token?.tokenId && <MadeToken secret={made.secret} />}
      <div className={styles.buttons}>
        <Field label={t('provisioning.validFor')}>
          <Select value={String(days)} onChange={(_, data) => setDays(Number(data.value))}>
            {PERIODS.map((period) => (
              <option key={period} value={String(period)}>
                {t('provisioning.days', { days: period })}
              </option>
            ))}
          </Select>
        </Field>
        <AskFirst
          label={t(token === null ? 'provisioning.make' : 'provisioning.makeNext')}
          effect={token === null ? null : t('provisioning.makeNext.effect')}
          disabled={busy}
          primary
          onAct={() => make.run(days)}
        />
        {token !== null && (
          <AskFirst
            label={t('provisioning.revoke')}
            effect={t('provisioning.revoke.effect')}
            disabled={busy}
            onAct={() => revoke.run(token.tokenId)}
          />
        )}
      </div>
      {make.dialog}
      {revoke.dialog}
    </section>
  );
}
