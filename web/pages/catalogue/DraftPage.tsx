import { Button, Dialog, Tab, TabList } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftView } from '../../../src/contract/catalogue-versions.ts';
import { CATALOGUE, catalogueQuery, draftQuery } from '../../api/catalogue-versions.ts';
import { sendJson } from '../../api/client.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useUrlState } from '../../components/url-state.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import styles from './Catalogue.module.css';
import { DifferenceView } from './DifferenceView.tsx';
import { DraftFiles } from './DraftFiles.tsx';
import { FileProblems } from './FileProblems.tsx';
import { NewDraftDialog } from './NewDraftDialog.tsx';
import { PublishButton } from './PublishButton.tsx';
import { RehearsalPanel } from './RehearsalPanel.tsx';

const TABS = ['changes', 'rehearsal', 'files'] as const;
type Shown = (typeof TABS)[number];

const LABELS: Readonly<Record<Shown, MessageId>> = {
  changes: 'catalogue.tab.changes',
  rehearsal: 'catalogue.tab.rehearsal',
  files: 'catalogue.tab.files',
};

function Problems({ found }: Pick<DraftView, 'found'>) {
  const t = useText();
  if (found.length === 0) return null;
  return (
    <section className={card.card} aria-labelledby="draft-problems">
      <h2 id="draft-problems">{t('catalogue.problems', { count: found.length })}</h2>
      <p>{t('catalogue.problems.lead')}</p>
      <FileProblems found={found} />
    </section>
  );
}

function Acts({ draft }: { draft: DraftView }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [copying, setCopying] = useState(false);
  const discard = useMutation({
    mutationFn: () => sendJson('DELETE', `/catalogue/drafts/${draft.draftId}`),
    onSuccess: async () => {
      await navigate({ to: PATHS.catalogue });
      await client.invalidateQueries({ queryKey: CATALOGUE });
    },
  });
  return (
    <div className={styles.head}>
      <p className={styles.quiet}>
        {t('catalogue.draft.about', { from: draft.madeFrom, version: draft.version ?? 'none' })}
      </p>
      <span className={styles.line}>
        {draft.published ? (
          <Button onClick={() => setCopying(true)}>{t('catalogue.copy')}</Button>
        ) : (
          <>
            <AskFirst
              label={t('catalogue.discard')}
              effect={t('catalogue.discard.effect')}
              disabled={discard.isPending}
              onAct={() => discard.mutate()}
            />
            <PublishButton draft={draft} />
          </>
        )}
      </span>
      <Dialog open={copying} onOpenChange={(_, data) => setCopying(data.open)}>
        <NewDraftDialog programme={draft.programme} from={draft.draftId} onClose={() => setCopying(false)} />
      </Dialog>
    </div>
  );
}

function Draft({ draft }: { draft: DraftView }) {
  const t = useText();
  const [{ show }, patch] = useUrlState();
  const shown = TABS.find((each) => each === show) ?? 'changes';
  return (
    <div className={styles.layout}>
      <Acts draft={draft} />
      <Problems found={draft.found} />
      <TabList
        aria-label={t('catalogue.tabs')}
        className="no-print"
        selectedValue={shown}
        onTabSelect={(_, { value }) => patch({ show: value === 'changes' ? undefined : String(value) })}
      >
        {TABS.map((each) => (
          <Tab key={each} value={each}>
            {t(LABELS[each])}
          </Tab>
        ))}
      </TabList>
      {shown === 'changes' && <DifferenceView difference={draft.difference} />}
      {shown === 'rehearsal' && <RehearsalPanel draft={draft} />}
      {shown === 'files' && <DraftFiles draft={draft} />}
    </div>
  );
}

/** A draft of the rules: what it changes, whom that concerns, and its files. */
export function DraftPage() {
  const t = useText();
  const { draftId } = useParams({ strict: false }) as { draftId: string };
  const query = useQuery(draftQuery(draftId));
  const known = useQuery(catalogueQuery);
  const drafts = known.data?.value.flatMap((each) => each.drafts) ?? [];
  const note = query.data?.note ?? drafts.find((each) => each.draftId === draftId)?.note;
  return (
    <PageFrame
      page="catalogue-draft"
      title={note ?? t('catalogue.draft')}
      crumbs={[{ to: PATHS.catalogue, label: t('catalogue.title') }]}
    >
      <QueryView query={query} skeleton={<Bones count={6} height={72} />}>
        {(draft) => <Draft draft={draft} />}
      </QueryView>
    </PageFrame>
  );
}
