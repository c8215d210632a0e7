import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LEARNING_PROVIDERS, type LearningProvider } from '../../../src/contract/associations.ts';
import type { LearningAccountList } from '../../../src/contract/profile.ts';
import type { BegunRound } from '../../../src/contract/sign-in.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { learningAccountsQuery } from '../../api/queries.ts';
import { Failure } from '../../components/Failure.tsx';
import { NotConfirmed, useFreshAct } from '../../components/fresh-sign-in/FreshSignIn.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { usePurposeName } from '../../components/use-purpose-name.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './Associate.module.css';
import { ByTranscript } from './ByTranscript.tsx';

type Choice = LearningProvider | 'both';

function isProvider(text: string | undefined): text is LearningProvider {
  return (LEARNING_PROVIDERS as readonly string[]).includes(text ?? '');
}

/** Which account, and what the company will see: read before anything is asked of the provider. */
function Consent({ list, company }: { list: LearningAccountList; company: string }) {
  const t = useText();
  const purpose = usePurposeName();
  const { me } = useSession();
  const [{ for: asked }] = useUrlState();
  const open = list.purposes.filter(({ state }) => state !== 'associated').map(({ provider }) => provider);
  const first: Choice = isProvider(asked) && open.includes(asked) ? asked : (open[0] ?? 'microsoft-learning');
  const [choice, setChoice] = useState<Choice>(first);
  const fresh = useFreshAct();
  const begin = useMutation({
    mutationFn: () => {
      const providers = choice === 'both' ? LEARNING_PROVIDERS : [choice];
      return fresh.run(() => sendJson<BegunRound>('POST', '/me/learning-accounts/associate', { providers }));
    },
    onSuccess: ({ address }) => window.location.assign(address),
  });
  const failed = begin.error !== null && !(begin.error instanceof NotConfirmed);
  if (open.length === 0) {
    return (
      <section className={styles.card}>
        <h2>{t('associate.nothingOpen')}</h2>
        <p>{t('associate.nothingOpen.text')}</p>
        <Link to={PATHS.profile}>{t('associate.back')}</Link>
      </section>
    );
  }
  const account = choice === 'partner-university' ? 'learning.training.account' : 'learning.exams.account';
  return (
    <div className={styles.steps}>
      {failed && (
        <Failure>{t('associate.failed', { code: problemCode(begin.error) ?? 'page-error' })}</Failure>
      )}
      {!list.signInAvailable && <Failure>{t('associate.unavailable')}</Failure>}
      <section className={styles.card}>
        <h2 id="associate-which">{t('associate.which')}</h2>
        <RadioGroup
          aria-labelledby="associate-which"
          value={choice}
          onChange={(_, data) => setChoice(data.value as Choice)}
        >
          {LEARNING_PROVIDERS.map((provider) => (
            <Radio
              key={provider}
              value={provider}
              disabled={!open.includes(provider)}
              label={
                open.includes(provider)
                  ? purpose(provider)
                  : t('associate.which.done', { purpose: purpose(provider) })
              }
            />
          ))}
          {open.length === LEARNING_PROVIDERS.length && <Radio value="both" label={t('associate.both')} />}
        </RadioGroup>
        <p className={styles.quiet}>{t('associate.email', { email: me.email })}</p>
      </section>
      <section className={styles.card}>
        <h2>{t('associate.consent')}</h2>
        <p>{t('associate.consent.list', { company })}</p>
        <p>{t('associate.consent.end')}</p>
      </section>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={begin.isPending || !list.signInAvailable}
          onClick={() => begin.mutate()}
        >
          {t('associate.go', { provider: t(account) })}
        </Button>
        <Link to={PATHS.profile}>{t('associate.back')}</Link>
      </div>
      <p className={styles.quiet}>{t('associate.go.hint')}</p>
      {open.includes('microsoft-learning') && <ByTranscript />}
      {fresh.dialog}
    </div>
  );
}

/** The first of three steps: what is associated, what for, and what others will see of it. */
export function AssociatePage() {
  const t = useText();
  const { me } = useSession();
  const enabled = me.partner !== null;
  const accounts = useQuery({ ...learningAccountsQuery({}), enabled });
  const company = me.partner?.name ?? '';
  return (
    <PageFrame
      page="associate"
      title={t('associate.title')}
      crumbs={[{ to: PATHS.profile, label: t('nav.profile') }]}
      lead={enabled ? t('associate.lead', { company }) : t('profile.network')}
    >
      {enabled && (
        <QueryView query={accounts} skeleton={<Bones count={2} height={140} />}>
          {(list) => <Consent list={list} company={company} />}
        </QueryView>
      )}
    </PageFrame>
  );
}
