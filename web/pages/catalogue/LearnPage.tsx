import { Button, Checkbox, Field, Input, Spinner } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { DraftView } from '../../../src/contract/catalogue-versions.ts';
import { LEARN_FIELDS, type LearnField, type LearnPreview } from '../../../src/contract/learn-catalogue.ts';
import { CATALOGUE, catalogueQuery } from '../../api/catalogue-versions.ts';
import { sendForm } from '../../api/client.ts';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import { fileProblemText } from '../imports/import-problems.ts';
import styles from './Catalogue.module.css';
import { LearnDifference } from './LearnDifference.tsx';

const ADDRESS =
  'https://learn.microsoft.com/api/catalog/?type=certifications,mergedCertifications,exams,appliedSkills&locale=en-us';

const TAKE: Readonly<Record<LearnField, MessageId>> = {
  title: 'learn.take.title',
  retired: 'learn.take.retired',
  validity: 'learn.take.validity',
};

function formOf(file: File, programme: string, take: readonly LearnField[], note?: string): FormData {
  const form = new FormData();
  form.set('programme', programme);
  form.set('take', take.join(','));
  if (note !== undefined) form.set('note', note);
  form.set('file', file);
  return form;
}

/** Why the file is no catalogue, in words. */
function Unreadable({ problem }: { problem: NonNullable<LearnPreview['problem']> }) {
  const t = useText();
  const { code, params } = problem;
  if (code !== 'not-a-catalogue') {
    return <Failure>{fileProblemText(t, { ...problem, code, field: null })}</Failure>;
  }
  const found = Array.isArray(params.found) ? params.found.join(', ') : '';
  return <Failure>{t('learn.unreadable', { found: found || t('learn.unreadable.nothing') })}</Failure>;
}

/** Keeps what was compared as a draft, and leads to it. */
function MakeDraft({
  file,
  programme,
  take,
  changes,
}: {
  file: File;
  programme: string;
  take: readonly LearnField[];
  changes: number;
}) {
  const t = useText();
  const dates = useDates();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { me } = useSession();
  const [note, setNote] = useState(t('learn.draft.note', { day: dates.day(me.today) }));
  const make = useMutation({
    mutationFn: () =>
      sendForm<DraftView>('/catalogue/learn-file/draft', formOf(file, programme, take, note.trim())),
    onSuccess: async ({ draftId }) => {
      await client.invalidateQueries({ queryKey: CATALOGUE });
      await navigate({ to: PATHS.catalogueDraft, params: { draftId } });
    },
  });
  const short = note.trim().length < 3;
  const reason = changes === 0 ? t('learn.draft.nothing') : short ? t('catalogue.note.short') : null;
  return (
    <section className={`${card.card} ${styles.section}`}>
      {make.isError && <Failure>{t('learn.draft.failed')}</Failure>}
      <Field label={t('catalogue.note')} validationMessage={short ? t('catalogue.note.short') : null}>
        <Input value={note} onChange={(_, data) => setNote(data.value)} />
      </Field>
      <span>
        {make.isPending ? (
          <Spinner size="small" label={t('learn.reading')} />
        ) : (
          <ExplainedButton primary reason={reason} onClick={() => make.mutate()}>
            {t('learn.draft')}
          </ExplainedButton>
        )}
      </span>
    </section>
  );
}

/** What a catalogue file of Microsoft Learn says otherwise of a programme's skills, before anything is kept. */
export function LearnPage() {
  const t = useText();
  const local = useLocalText();
  const input = useRef<HTMLInputElement>(null);
  const [{ programme = '' }] = useUrlState();
  const known = useQuery(catalogueQuery);
  const own = known.data?.value.find((each) => each.programme.id === programme);
  const [file, setFile] = useState<File | null>(null);
  const [take, setTake] = useState<readonly LearnField[]>(LEARN_FIELDS);
  const compare = useMutation({
    mutationFn: (asked: { readonly file: File; readonly take: readonly LearnField[] }) =>
      sendForm<LearnPreview>('/catalogue/learn-file/preview', formOf(asked.file, programme, asked.take)),
  });
  const ask = (chosen: File | null, fields: readonly LearnField[]) => {
    setFile(chosen);
    setTake(fields);
    if (chosen === null || fields.length === 0) compare.reset();
    else compare.mutate({ file: chosen, take: fields });
  };
  const found = compare.data;
  return (
    <PageFrame
      page="learn-catalogue"
      title={t('learn.title')}
      lead={t('learn.lead', { programme: own === undefined ? programme : local(own.programme.name) })}
      crumbs={[{ to: PATHS.catalogue, label: t('catalogue.title') }]}
    >
      <div className={styles.layout}>
        <section className={`${card.card} ${styles.section}`}>
          <p>
            {t('learn.where')}{' '}
            <a href={ADDRESS} className={`${table.link} ${styles.address}`} rel="noreferrer" target="_blank">
              {ADDRESS}
            </a>
          </p>
          <fieldset className={styles.take}>
            <legend>{t('learn.take')}</legend>
            {LEARN_FIELDS.map((field) => (
              <Checkbox
                key={field}
                label={t(TAKE[field])}
                checked={take.includes(field)}
                disabled={compare.isPending}
                onChange={(_, { checked }) =>
                  ask(
                    file,
                    LEARN_FIELDS.filter((each) => (each === field ? checked === true : take.includes(each))),
                  )
                }
              />
            ))}
          </fieldset>
          <input
            ref={input}
            type="file"
            accept=".json,application/json"
            aria-label={t('learn.file')}
            hidden
            onChange={(event) => {
              ask(event.target.files?.[0] ?? null, take);
              // The same file, mended, can be chosen again.
              event.target.value = '';
            }}
          />
          <span className={styles.line}>
            <Button
              icon={<DocumentArrowUpRegular />}
              disabledFocusable={compare.isPending}
              onClick={() => input.current?.click()}
            >
              {t('learn.choose')}
            </Button>
            {file !== null && <span className={styles.quiet}>{t('learn.chosen', { name: file.name })}</span>}
          </span>
        </section>
        <div role="status">
          {compare.isPending && <Spinner size="small" label={t('learn.reading')} />}
          {compare.isError && <Failure>{t('learn.failed')}</Failure>}
          {found?.problem != null && <Unreadable problem={found.problem} />}
        </div>
        {found?.problem === null && file !== null && (
          <>
            <LearnDifference found={found} />
            <MakeDraft file={file} programme={programme} take={take} changes={found.changes.length} />
          </>
        )}
      </div>
    </PageFrame>
  );
}
