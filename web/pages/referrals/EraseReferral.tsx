import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReferralDetail } from '../../../src/contract/referrals.ts';
import { referralQuery } from '../../api/business-profile.ts';
import { sendJson } from '../../api/client.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { Failure } from '../../components/Failure.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';

/** Whoever wrote it may ask that it is forgotten; it says first what is lost. */
export function EraseReferral({ referralId }: { referralId: string }) {
  const t = useText();
  const partner = usePartnerId();
  const client = useQueryClient();
  const erase = useMutation({
    mutationFn: () =>
      sendJson<ReferralDetail>('DELETE', `/partners/${partner}/referrals/${referralId}/personal-data`),
    onSuccess: async (erased) => {
      client.setQueryData(referralQuery(partner, referralId).queryKey, erased);
      await client.invalidateQueries({ queryKey: ['partner', partner, 'referrals'] });
    },
  });
  return (
    <div>
      {erase.isError && <Failure>{t('referrals.failed')}</Failure>}
      <AskFirst
        label={t('referrals.erase')}
        effect={t('referrals.erase.effect')}
        disabled={erase.isPending}
        onAct={() => erase.mutate()}
      />
    </div>
  );
}
