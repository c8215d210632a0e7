import { Button } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReferralDetail } from '../../../src/contract/referrals.ts';
import { referralQuery } from '../../api/business-profile.ts';
import { sendJson } from '../../api/client.ts';
import { Failure } from '../../components/Failure.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import styles from './Referrals.module.css';

/** Whoever wrote it may ask that it is forgotten; it says first what is lost. */
export function EraseReferral({ referralId }: { referralId: string }) {
  const t = useText();
  const partner = usePartnerId();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const erase = useMutation({
    mutationFn: () =>
      sendJson<ReferralDetail>('DELETE', `/partners/${partner}/referrals/${referralId}/personal-data`),
    onSuccess: async (erased) => {
      client.setQueryData(referralQuery(partner, referralId).queryKey, erased);
      await client.invalidateQueries({ queryKey: ['partner', partner, 'referrals'] });
    },
  });
  if (!asking) {
    return (
      <div>
        <Button appearance="subtle" onClick={() => setAsking(true)}>
          {t('referrals.erase')}
        </Button>
      </div>
    );
  }
  return (
    <>
      {erase.isError && <Failure>{t('referrals.failed')}</Failure>}
      <p role="status">{t('referrals.erase.effect')}</p>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={erase.isPending} onClick={() => erase.mutate()}>
          {t('referrals.erase.now')}
        </Button>
        <Button onClick={() => setAsking(false)}>{t('common.close')}</Button>
      </div>
    </>
  );
}
