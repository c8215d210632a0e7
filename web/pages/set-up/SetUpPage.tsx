import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { SetUpResponse } from '../../../src/contract/set-up.ts';
import { getJson } from '../../api/client.ts';
import { problemStatus } from '../../api/problem-error.ts';
import { ErrorView } from '../../components/ErrorView.tsx';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import { Entrance } from '../sign-in/Entrance.tsx';
import styles from './SetUp.module.css';
import { SetUpDone } from './SetUpDone.tsx';
import { SetUpForm } from './SetUpForm.tsx';

/** The page behind the link that an empty installation prints when it starts. */
export function SetUpPage() {
  const t = useText();
  const { token } = useParams({ from: '/set-up/$token' });
  const [made, setMade] = useState<SetUpResponse | null>(null);
  const link = useQuery({
    queryKey: ['set-up', token],
    retry: false,
    // Once it has been used the link is no longer valid, and the page must not say so to the one who used it.
    enabled: made === null,
    queryFn: () => getJson<{ valid: true }>(`/set-up/${encodeURIComponent(token)}`),
  });
  if (made !== null) {
    return (
      <Entrance title={t('setUp.done.title')} wide>
        <SetUpDone {...made} />
      </Entrance>
    );
  }
  return (
    <Entrance title={t('setUp.title')} wide={!link.isError}>
      {link.isPending && <Bones count={6} height={52} />}
      {link.data !== undefined && <SetUpForm token={token} onDone={setMade} />}
      {link.isError &&
        (problemStatus(link.error) === 404 ? (
          <p className={styles.lead}>{t('setUp.notValid')}</p>
        ) : (
          <ErrorView error={link.error} onRetry={() => void link.refetch()} />
        ))}
    </Entrance>
  );
}
