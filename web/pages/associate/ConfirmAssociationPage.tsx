import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { problemStatus } from '../../api/problem-error.ts';
import { associationProofQuery } from '../../api/queries.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './Associate.module.css';
import { FoundAccount } from './FoundAccount.tsx';
import { ProveTranscript } from './ProveTranscript.tsx';
import { WhatWillHappen } from './WhatWillHappen.tsx';

/** The last step: what was found and what will happen, before the person says yes. */
export function ConfirmAssociationPage() {
  const t = useText();
  const { proofId = '' } = useParams({ strict: false }) as { proofId?: string };
  const proof = useQuery(associationProofQuery(proofId));
  const over = problemStatus(proof.error) === 404;
  return (
    <PageFrame
      page="associate"
      title={t(over ? 'associate.over.title' : 'associate.confirm.title')}
      crumbs={[{ to: PATHS.profile, label: t('nav.profile') }]}
      lead={t(over ? 'associate.over' : 'associate.confirm.lead')}
    >
      {over ? (
        <p>
          <Link to={PATHS.profile}>{t('associate.back')}</Link>
        </p>
      ) : (
        <QueryView query={proof} skeleton={<Bones count={2} height={160} />}>
          {(found) =>
            found.state === 'proof-needed' ? (
              <ProveTranscript proof={found} />
            ) : (
              <div className={styles.steps}>
                <FoundAccount proof={found} />
                <WhatWillHappen proof={found} />
              </div>
            )
          }
        </QueryView>
      )}
    </PageFrame>
  );
}
