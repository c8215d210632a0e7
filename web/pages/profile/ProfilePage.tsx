import { useQuery } from '@tanstack/react-query';
import { learningAccountsQuery, ownSkillsQuery } from '../../api/queries.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import { Identity } from './Identity.tsx';
import { LearningAccounts } from './LearningAccounts.tsx';
import { OwnSkills } from './OwnSkills.tsx';
import styles from './Profile.module.css';
import { StandingCard } from './StandingCard.tsx';

/** What is the reader's own: does it count, by which accounts, and why not. Made for a phone first. */
export function ProfilePage() {
  const t = useText();
  const { times, me } = useSession();
  // Somebody of the network has neither accounts nor skills of his or her own.
  const enabled = me.partner !== null;
  const accounts = useQuery({ ...learningAccountsQuery(times), enabled });
  const skills = useQuery({ ...ownSkillsQuery(times), enabled });
  return (
    <PageFrame page="profile" title={t('profile.title')}>
      <div className={styles.layout}>
        <div className={styles.main}>
          {me.partner === null ? (
            <p>{t('profile.network')}</p>
          ) : (
            <QueryView query={skills} skeleton={<Bones count={6} height={72} />}>
              {(own) => (
                <>
                  <StandingCard
                    skills={own.value}
                    accounts={accounts.data?.value}
                    company={me.partner!.name}
                  />
                  <OwnSkills skills={own.value} />
                </>
              )}
            </QueryView>
          )}
        </div>
        <div className={styles.side}>
          {me.partner !== null && (
            <QueryView query={accounts} skeleton={<Bones count={2} height={80} />}>
              {(list) => <LearningAccounts accounts={list.value} />}
            </QueryView>
          )}
          <Identity />
        </div>
      </div>
    </PageFrame>
  );
}
