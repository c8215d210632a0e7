import { Button, Dialog } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type {
  CatalogueVersions,
  DraftSummary,
  PublicationView,
} from '../../../src/contract/catalogue-versions.ts';
import { CATALOGUE } from '../../api/catalogue-versions.ts';
import { sendJson } from '../../api/client.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { Failure } from '../../components/Failure.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import styles from './Catalogue.module.css';
import { NewDraftDialog } from './NewDraftDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

type Versions = CatalogueVersions['value'][number];

const STATES: Readonly<Record<PublicationView['state'], MessageId>> = {
  'in-force': 'catalogue.state.inForce',
  scheduled: 'catalogue.state.scheduled',
  replaced: 'catalogue.state.replaced',
  withdrawn: 'catalogue.state.withdrawn',
};

function Drafts({ drafts }: { drafts: readonly DraftSummary[] }) {
  const t = useText();
  const dates = useDates();
  if (drafts.length === 0) return <p className={styles.quiet}>{t('catalogue.drafts.none')}</p>;
  return (
    <ul className={styles.list} aria-label={t('catalogue.drafts')}>
      {drafts.map(({ draftId, note, changedAt, problems, published }) => (
        <li key={draftId} className={styles.line}>
          <Link to={PATHS.catalogueDraft} params={{ draftId }} className={table.link}>
            {note}
          </Link>
          <span className={styles.quiet}>
            {t('catalogue.draft.state', {
              at: dates.instant(changedAt),
              state: published
                ? 'published'
                : problems === null
                  ? 'unchecked'
                  : problems > 0
                    ? 'broken'
                    : 'right',
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Goes back to rules that were in force before. */
function RollBack({ programme, publicationId }: { programme: string; publicationId: number | null }) {
  const t = useText();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const back = useMutation({
    mutationFn: (reason: string) =>
      sendJson('POST', '/catalogue/roll-back', { programme, publicationId, reason }),
    onSuccess: () => setOpen(false),
    onSettled: () => client.invalidateQueries({ queryKey: CATALOGUE }),
  });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('catalogue.rollBack')}
      </Button>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <ReasonDialog
          title={t('catalogue.rollBack')}
          effect={t('catalogue.rollBack.effect')}
          failure={back.isError ? t('catalogue.failed') : null}
          pending={back.isPending}
          onSubmit={(reason) => back.mutate(reason)}
          onClose={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}

function Publications({ versions }: { versions: Versions }) {
  const t = useText();
  const dates = useDates();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (id: number) => sendJson('DELETE', `/catalogue/publications/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: CATALOGUE }),
  });
  const { programme, publications, version, deliveredVersion } = versions;
  if (publications.length === 0) return null;
  return (
    <>
      {withdraw.isError && <Failure>{t('catalogue.failed')}</Failure>}
      <ul className={styles.list} aria-label={t('catalogue.publications')}>
        {publications.map(({ publicationId, effectiveOn, reason, state, version: of }) => (
          <li key={publicationId} className={styles.line}>
            <span>
              {t('catalogue.publication', {
                day: dates.day(effectiveOn),
                version: of,
                state: t(STATES[state]),
              })}
              <span className={styles.quiet}> {reason}</span>
            </span>
            {state === 'scheduled' && (
              <AskFirst
                label={t('catalogue.withdraw')}
                about={of}
                effect={t('catalogue.withdraw.effect', { day: dates.day(effectiveOn) })}
                disabled={withdraw.isPending}
                onAct={() => withdraw.mutate(publicationId)}
              />
            )}
            {state === 'replaced' && of !== version && (
              <RollBack programme={programme.id} publicationId={publicationId} />
            )}
          </li>
        ))}
        {version !== deliveredVersion && (
          <li className={styles.line}>
            <span>{t('catalogue.delivered', { version: deliveredVersion })}</span>
            <RollBack programme={programme.id} publicationId={null} />
          </li>
        )}
      </ul>
    </>
  );
}

/** The rules of one programme: in force, published before and for later, and drafts. */
export function ProgrammeVersions({ versions }: { versions: Versions }) {
  const t = useText();
  const local = useLocalText();
  const [beginning, setBeginning] = useState(false);
  const { programme, version, drafts } = versions;
  return (
    <section className={`${card.card} ${styles.section}`} aria-labelledby={`rules-${programme.id}`}>
      <div className={styles.head}>
        <h2 id={`rules-${programme.id}`}>{local(programme.name)}</h2>
        <span className={styles.line}>
          {versions.readsLearn && (
            <Link to={PATHS.learnCatalogue} search={{ programme: programme.id }} className={table.link}>
              {t('learn.open')}
              <span className="visually-hidden"> {local(programme.name)}</span>
            </Link>
          )}
          <Button appearance="primary" onClick={() => setBeginning(true)}>
            {t('catalogue.begin')}
            <span className="visually-hidden"> {local(programme.name)}</span>
          </Button>
        </span>
      </div>
      <p>{t('catalogue.inForce', { version })}</p>
      <Publications versions={versions} />
      <h3>{t('catalogue.drafts')}</h3>
      <Drafts drafts={drafts} />
      <Dialog open={beginning} onOpenChange={(_, data) => setBeginning(data.open)}>
        <NewDraftDialog programme={programme.id} onClose={() => setBeginning(false)} />
      </Dialog>
    </section>
  );
}
