import { Button, Dialog, Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type AnnouncementView, LONGEST_ANNOUNCEMENT } from '../../../src/contract/announcements.ts';
import { ANNOUNCEMENTS } from '../../api/announcements.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { useSession } from '../../components/session.tsx';
import { addDays } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { type AnnouncementDraft, announcementOf, isComplete, isSpan } from './announcement-draft.ts';

const USUAL_DAYS = 7;

function Fields({
  draft,
  sent,
  today,
  onChange,
}: {
  draft: AnnouncementDraft;
  sent: boolean;
  today: string;
  onChange: (draft: AnnouncementDraft) => void;
}) {
  const t = useText();
  const set = (change: Partial<AnnouncementDraft>) => onChange({ ...draft, ...change });
  const wrongSpan = isSpan(draft, today) ? null : t('announcements.span.wrong');
  return (
    <>
      <NeededField label={t('announcements.text.fr')} value={draft.fr} sent={sent}>
        <Textarea
          value={draft.fr}
          maxLength={LONGEST_ANNOUNCEMENT}
          onChange={(_, { value }) => set({ fr: value })}
        />
      </NeededField>
      <NeededField label={t('announcements.text.en')} value={draft.en} sent={sent}>
        <Textarea
          value={draft.en}
          maxLength={LONGEST_ANNOUNCEMENT}
          onChange={(_, { value }) => set({ en: value })}
        />
      </NeededField>
      <Field label={t('announcements.kind')}>
        <RadioGroup
          layout="horizontal"
          value={draft.warning ? 'warning' : 'information'}
          onChange={(_, { value }) => set({ warning: value === 'warning' })}
        >
          <Radio value="information" label={t('announcements.kind.information')} />
          <Radio value="warning" label={t('announcements.kind.warning')} />
        </RadioGroup>
      </Field>
      <Field label={t('announcements.audience')}>
        <RadioGroup
          layout="horizontal"
          value={draft.some ? 'some' : 'all'}
          onChange={(_, { value }) => set({ some: value === 'some' })}
        >
          <Radio value="all" label={t('announcements.audience.all')} />
          <Radio value="some" label={t('announcements.audience.some')} />
        </RadioGroup>
      </Field>
      {draft.some && (
        <NeededField label={t('announcements.companies')} value={draft.companies} sent={sent}>
          <Input value={draft.companies} onChange={(_, { value }) => set({ companies: value })} />
        </NeededField>
      )}
      <NeededField label={t('announcements.from')} value={draft.from} problem={wrongSpan} sent={sent}>
        <Input type="date" value={draft.from} onChange={(_, { value }) => set({ from: value })} />
      </NeededField>
      <NeededField label={t('announcements.until')} value={draft.until} problem={wrongSpan} sent={sent}>
        <Input
          type="date"
          value={draft.until}
          min={today}
          onChange={(_, { value }) => set({ until: value })}
        />
      </NeededField>
    </>
  );
}

/** Asks for the words in both languages, for whom they are, and for how long. */
export function NewAnnouncement() {
  const t = useText();
  const client = useQueryClient();
  const { today } = useSession().me;
  const empty: AnnouncementDraft = {
    fr: '',
    en: '',
    warning: false,
    some: false,
    companies: '',
    from: today,
    until: addDays(today, USUAL_DAYS),
  };
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(empty);
  const announce = useMutation({
    mutationFn: () => sendJson<AnnouncementView>('POST', '/announcements', announcementOf(draft)),
    onSuccess: () => {
      setOpen(false);
      setDraft(empty);
      return client.invalidateQueries({ queryKey: ANNOUNCEMENTS });
    },
  });
  const unknown = problemCode(announce.error) === 'unknown-partner';
  const failure = t(unknown ? 'announcements.unknown' : 'announcements.failed');
  return (
    <>
      <Button appearance="primary" onClick={() => setOpen(true)}>
        {t('announcements.new')}
      </Button>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <FormDialog
          title={t('announcements.new')}
          submit={t('announcements.send')}
          back={t('announcements.back')}
          failure={announce.isError ? failure : null}
          pending={announce.isPending}
          complete={isComplete(draft, today)}
          onSubmit={() => announce.mutate()}
          onClose={() => setOpen(false)}
        >
          {(sent) => <Fields draft={draft} sent={sent} today={today} onChange={setDraft} />}
        </FormDialog>
      </Dialog>
    </>
  );
}
