import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartnerMergeRefusal } from '../../../src/contract/partner-merges.ts';
import { partnerMergePreviewQuery } from '../../api/partner-merges.ts';
import { CompanySearch } from '../../components/CompanySearch.tsx';
import { Failure } from '../../components/Failure.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useUrlState } from '../../components/url-state.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import { EffectCards } from './EffectCards.tsx';
import styles from './MergeCompanies.module.css';
import { MergeForm } from './MergeForm.tsx';
import { MergeRunCard } from './MergeRunCard.tsx';
import { MergesDone } from './MergesDone.tsx';

const REFUSALS: Readonly<Record<PartnerMergeRefusal, MessageId>> = {
  'same-company': 'mergeCompanies.refused.same',
  'unknown-company': 'mergeCompanies.refused.unknown',
  'from-merged': 'mergeCompanies.refused.from',
  'into-merged': 'mergeCompanies.refused.into',
  'under-way': 'mergeCompanies.refused.underWay',
};

/** What will be, and the form that does it; asked anew when somebody is named as one person. */
function Effect({ from, into, onBegun }: { from: string; into: string; onBegun: (mergeId: string) => void }) {
  const t = useText();
  const [same, setSame] = useState<ReadonlyMap<string, string>>(new Map());
  const samePeople = [...same].map(([userId, keepUserId]) => ({ userId, keepUserId }));
  const query = useQuery(partnerMergePreviewQuery({ from, into, samePeople }));
  return (
    <QueryView query={query} skeleton={<Bones count={8} height={44} />}>
      {({ refusal, effect, ...both }) =>
        refusal !== null || effect === null ? (
          <Failure>{t(REFUSALS[refusal ?? 'unknown-company'])}</Failure>
        ) : (
          <>
            <EffectCards from={both.from!} into={both.into!} effect={effect} same={same} onSame={setSame} />
            <MergeForm from={both.from!} into={both.into!} samePeople={samePeople} onBegun={onBegun} />
          </>
        )
      }
    </QueryView>
  );
}

/** Makes one company of two, for operators: what it will hold is shown before, and how far it is while it is done. */
export function MergeCompaniesPage() {
  const t = useText();
  const [{ from, into, merge }, patch] = useUrlState();
  const choose = (name: 'from' | 'into') => (partnerId: string | null) =>
    patch({ [name]: partnerId ?? undefined, merge: undefined });
  return (
    <PageFrame page="merge-companies" title={t('mergeCompanies.title')} lead={t('mergeCompanies.lead')}>
      <div className={styles.layout}>
        {merge !== undefined && (
          <MergeRunCard
            key={merge}
            mergeId={merge}
            onAgain={(companies) => patch({ ...companies, merge: undefined })}
          />
        )}
        <div className={styles.choice} key={merge}>
          <CompanySearch
            label={t('mergeCompanies.from')}
            chosen={from ?? ''}
            onChoose={choose('from')}
            {...(into !== undefined && { without: into })}
          />
          <CompanySearch
            label={t('mergeCompanies.into')}
            chosen={into ?? ''}
            onChoose={choose('into')}
            {...(from !== undefined && { without: from })}
          />
        </div>
        {from !== undefined && into !== undefined && (
          <Effect
            key={`${from} ${into}`}
            from={from}
            into={into}
            onBegun={(mergeId) => patch({ merge: mergeId, from: undefined, into: undefined }, { push: true })}
          />
        )}
        <MergesDone shown={merge} />
      </div>
    </PageFrame>
  );
}
