import type { LearningAccount, LearningAccountList } from '../../../src/contract/profile.ts';
import { useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import styles from './Profile.module.css';

type Contacts = LearningAccountList['administrators'];

/** Another address than that of work is shown beside it, with whom to ask: never a silent failure. */
export function OtherEmail({ account, contacts }: { account: LearningAccount; contacts: Contacts }) {
  const t = useText();
  const { me } = useSession();
  if (account.sameEmail !== false || account.email === null) return null;
  return (
    <div className={styles.otherEmail}>
      <p>{t('learning.email.other', { email: account.email, work: me.email })}</p>
      {contacts.length > 0 && (
        <>
          <p>{t('learning.email.contacts')}</p>
          <ul>
            {contacts.map(({ displayName, workEmail }) => (
              <li key={workEmail}>
                {displayName}, <a href={`mailto:${workEmail}`}>{workEmail}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** To which address the record of an exam will be matched: to be known before the exam is taken. */
export function BeforeAnExam({ account }: { account: LearningAccount | null }) {
  const t = useText();
  const { me } = useSession();
  return (
    <p className={styles.quiet}>
      {account === null
        ? t('learning.exam.none', { work: me.email })
        : account.email === null
          ? t('learning.exam.account', { account: account.accountId })
          : t('learning.exam.email', { email: account.email, account: account.accountId })}
    </p>
  );
}
