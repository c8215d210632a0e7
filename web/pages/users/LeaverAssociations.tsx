import { Button, Spinner } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { EndingEffect, UserAssociations } from '../../../src/contract/associations.ts';
import type { User } from '../../../src/contract/users.ts';
import { sendJson } from '../../api/client.ts';
import { userAssociationsQuery, userEndingEffectQuery } from '../../api/queries.ts';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useProviderLabel } from '../../components/use-labels.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import { WhatKeepsCounting } from '../../components/WhatKeepsCounting.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { ConfirmStep } from './ConfirmStep.tsx';
import styles from './Users.module.css';

type OpenAssociation = UserAssociations['value'][number];

function Effect({ effect }: { effect: EndingEffect }) {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const level = useLevelName();
  const { me } = useSession();
  const { skillsCounting, levels, nextPossibleOn } = effect;
  return (
    <ul className={styles.effect}>
      <li>{t('people.association.skills', { count: skillsCounting })}</li>
      <WhatKeepsCounting effect={effect} />
      {levels.map(({ programme, competency, name, before }) => (
        <li key={`${programme} ${competency}`} className={styles.lost}>
          {t('people.effect.lost', { competency: local(name), before: level(before) })}
        </li>
      ))}
      <li>
        {nextPossibleOn <= me.today
          ? t('people.association.freeNow')
          : t('people.association.freeOn', { day: dates.day(nextPossibleOn) })}
      </li>
      <li>{t('people.association.history')}</li>
    </ul>
  );
}

interface EndStepProps {
  readonly user: User;
  readonly association: OpenAssociation;
  readonly onClose: () => void;
}

function EndStep({ user, association, onClose }: EndStepProps) {
  const t = useText();
  const partner = usePartnerId();
  const client = useQueryClient();
  const provider = useProviderLabel();
  const { associationId, accountId } = association;
  const effect = useQuery(userEndingEffectQuery(partner, user.userId, associationId));
  const end = useMutation({
    mutationFn: () =>
      sendJson('POST', `/partners/${partner}/users/${user.userId}/associations/${associationId}/end`),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['partner', partner] }),
  });
  return (
    <ConfirmStep
      title={t('people.association.end.title', { account: `${provider(association.provider)} ${accountId}` })}
      text={t('people.association.end.text', { name: `${user.firstName} ${user.lastName}` })}
      submit={t('people.association.end')}
      pending={end.isPending || effect.data === undefined}
      error={end.error ?? effect.error}
      onSubmit={() => end.mutate()}
      onClose={onClose}
    >
      {effect.isPending && <Spinner size="tiny" label={t('people.effect.loading')} />}
      {effect.data !== undefined && <Effect effect={effect.data} />}
    </ConfirmStep>
  );
}

/** Associations that somebody who has left did not end: the one case in which an administrator may. */
export function LeaverAssociations({ user }: { user: User }) {
  const t = useText();
  const dates = useDates();
  const provider = useProviderLabel();
  const { can } = useSession();
  const [asked, setAsked] = useState<OpenAssociation | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const enabled = user.status === 'left' && can('manage-users');
  const list = useQuery({ ...userAssociationsQuery(usePartnerId(), user.userId), enabled });
  const open = list.data?.value ?? [];
  if (!enabled || (open.length === 0 && asked === null)) return null;
  const close = () => {
    setAsked(null);
    requestAnimationFrame(() => heading.current?.focus());
  };
  if (asked !== null) return <EndStep user={user} association={asked} onClose={close} />;
  return (
    <section className={styles.panel}>
      <h3 ref={heading} tabIndex={-1}>
        {t('people.associations')}
      </h3>
      <p className={styles.hint}>{t('people.associations.text')}</p>
      <ul className={styles.accounts}>
        {open.map((one) => {
          const via = t(one.via === 'pmc' ? 'via.pmc' : 'via.partnerCenter');
          const name = `${provider(one.provider)} ${one.accountId} ${via}`;
          return (
            <li key={one.associationId}>
              {provider(one.provider)} {one.accountId}
              <span className={styles.hint}>
                {t('users.account.since', { day: dates.day(one.since) })} {via}
              </span>
              <div>
                <Button onClick={() => setAsked(one)} aria-label={`${t('people.association.end')} ${name}`}>
                  {t('people.association.end')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
