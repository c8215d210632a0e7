import { CheckmarkCircleFilled, InfoRegular, WarningRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import type { LearningAccount, LearningAccountList, LearningPurpose } from '../../../src/contract/profile.ts';
import { EmailText } from '../../components/EmailText.tsx';
import { useSession } from '../../components/session.tsx';
import { usePurposeName } from '../../components/use-purpose-name.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { BeforeAnExam, OtherEmail } from './AccountEmail.tsx';
import { DissociateButton } from './DissociateButton.tsx';
import styles from './Profile.module.css';

const STATES = {
  associated: { text: 'learning.associated', Icon: CheckmarkCircleFilled },
  'only-pmc': { text: 'learning.onlyPmc', Icon: WarningRegular },
  'not-associated': { text: 'learning.notAssociated', Icon: InfoRegular },
} as const;

function AccountFacts({ account }: { account: LearningAccount }) {
  const t = useText();
  const dates = useDates();
  const { me } = useSession();
  const via = t(account.via === 'pmc' ? 'via.pmc' : 'via.partnerCenter');
  const next = account.nextPossibleChangeOn;
  return (
    <>
      <dt>{t(account.provider === 'microsoft-learning' ? 'learning.mcid' : 'learning.accountId')}</dt>
      <dd>{account.accountId}</dd>
      <dt>{t('learning.since')}</dt>
      <dd>{t('learning.since.text', { day: dates.day(account.since), via })}</dd>
      <dt>{t('learning.email')}</dt>
      <dd>{account.email === null ? t('learning.email.unknown') : <EmailText address={account.email} />}</dd>
      {next !== null && (
        <>
          <dt>{t('learning.next')}</dt>
          <dd>
            {next <= me.today ? t('learning.next.now') : t('learning.next.on', { day: dates.day(next) })}
          </dd>
        </>
      )}
    </>
  );
}

interface LearningCardProps {
  readonly card: LearningPurpose;
  /** Nothing can be done on another day. */
  readonly today: boolean;
  readonly contacts: LearningAccountList['administrators'];
}

/** One of the two accounts a person may associate: its state, since when, its e-mail, what to expect, what to do. */
function LearningCard({ card, today, contacts }: LearningCardProps) {
  const t = useText();
  const dates = useDates();
  const purpose = usePurposeName();
  const { day } = useSession();
  const { account, state, provider, pmcCountsUntil } = card;
  const { text, Icon } = STATES[state];
  const name = purpose(provider);
  return (
    <section className={styles.card} aria-label={name}>
      <h2>{name}</h2>
      <p className={`${styles.state} ${state === 'associated' ? styles.counts : ''}`}>
        <Icon fontSize={20} aria-hidden />
        {t(text)}
      </p>
      {state === 'only-pmc' && (
        <p>
          {pmcCountsUntil === null
            ? t('learning.pmc', { until: 'none', day: '' })
            : t('learning.pmc', {
                until: pmcCountsUntil < day ? 'over' : 'open',
                day: dates.day(pmcCountsUntil),
              })}
        </p>
      )}
      {account !== null && (
        <dl className={styles.facts}>
          <AccountFacts account={account} />
        </dl>
      )}
      {account !== null && <OtherEmail account={account} contacts={contacts} />}
      {provider === 'microsoft-learning' && <BeforeAnExam account={account} />}
      <p className={styles.quiet}>{t('learning.delay.text', { hours: card.expectedWithinHours })}</p>
      {today && (
        <div className={styles.actions}>
          {state !== 'associated' && (
            <Link
              to={PATHS.associate}
              search={{ for: provider }}
              className={styles.action}
              aria-label={`${t('learning.associate')} ${name}`}
            >
              {t('learning.associate')}
            </Link>
          )}
          {account?.associationId != null && (
            <DissociateButton associationId={account.associationId} about={name} />
          )}
        </div>
      )}
    </section>
  );
}

/** The accounts by which the reader's skills arrive, one card for each purpose. */
export function LearningCards({ accounts }: { accounts: LearningAccountList }) {
  const t = useText();
  const { day, me, times } = useSession();
  const today = day === me.today && times.knownAt === undefined;
  return (
    <>
      {!today && <p className={styles.quiet}>{t('learning.elsewhen')}</p>}
      {accounts.purposes.map((card) => (
        <LearningCard key={card.provider} card={card} today={today} contacts={accounts.administrators} />
      ))}
    </>
  );
}
