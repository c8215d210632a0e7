import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
} from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EndingEffect } from '../../../src/contract/associations.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { endingEffectQuery } from '../../api/queries.ts';
import { Failure } from '../../components/Failure.tsx';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import { WhatKeepsCounting } from '../../components/WhatKeepsCounting.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';

function Effect({ effect }: { effect: EndingEffect }) {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const level = useLevelName();
  const { me } = useSession();
  const company = me.partner?.name ?? '';
  const { skillsCounting, levels, nextPossibleOn } = effect;
  return (
    <ul>
      <li>{t('dissociate.skills', { count: skillsCounting, company })}</li>
      <WhatKeepsCounting effect={effect} />
      {levels.map(({ programme, competency, name, before }) => (
        <li key={`${programme} ${competency}`}>
          {t('dissociate.lost', { company, competency: local(name), level: level(before) })}
        </li>
      ))}
      <li>
        {nextPossibleOn <= me.today
          ? t('dissociate.nextNow')
          : t('dissociate.next', { day: dates.day(nextPossibleOn) })}
      </li>
      <li>{t('dissociate.history')}</li>
    </ul>
  );
}

function DissociateDialog({ associationId, onClose }: { associationId: string; onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const [, patch] = useUrlState();
  const effect = useQuery(endingEffectQuery(associationId));
  const end = useMutation({
    mutationFn: () => sendJson('POST', `/me/associations/${associationId}/end`),
    onSuccess: async () => {
      // Closed before anything is asked again: the effect of an association that has ended is not found any more.
      onClose();
      patch({ done: 'dissociated', problem: undefined });
      await client.invalidateQueries();
    },
  });
  const failure = effect.error ?? end.error;
  return (
    <Dialog modalType="alert" open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('dissociate.title')}</DialogTitle>
          <DialogContent>
            {failure !== null && (
              <Failure>{t('dissociate.failed', { code: problemCode(failure) ?? 'page-error' })}</Failure>
            )}
            {effect.isPending && <Spinner size="tiny" label={t('dissociate.loading')} />}
            {effect.data !== undefined && <Effect effect={effect.data} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('dissociate.no')}</Button>
            <Button
              appearance="primary"
              disabledFocusable={effect.data === undefined || end.isPending}
              onClick={() => end.mutate()}
            >
              {t('dissociate.yes')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Ends an own association, after its effect was shown. */
export function DissociateButton({ associationId, about }: { associationId: string; about: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const label = t('learning.dissociate');
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={`${label} ${about}`}>
        {label}
      </Button>
      {open && <DissociateDialog associationId={associationId} onClose={() => setOpen(false)} />}
    </>
  );
}
