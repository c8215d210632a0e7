import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { learningAccountsQuery, ownSkillsQuery } from '../../api/queries.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import { AssociationHistory } from './AssociationHistory.tsx';
import { associationNews } from './association-news.ts';
import { DiagnosisCard } from './DiagnosisCard.tsx';
import { Identity } from './Identity.tsx';
import { LearningCards } from './LearningCards.tsx';
import { OwnAssignments } from './OwnAssignments.tsx';
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
  const [{ problem, done }] = useUrlState();
  const news = associationNews(t, problem, done);
  return (
    <PageFrame page="profile" title={t('profile.title')}>
      {news !== null && (
        <MessageBar intent={news.intent} layout="multiline" className={styles.news!}>
          <MessageBarBody>{news.text}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.layout}>
        <div className={styles.main}>
          {me.partner !== null && <OwnAssignments />}
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
                  <DiagnosisCard />
                  <OwnSkills skills={own.value} />
                </>
              )}
            </QueryView>
          )}
        </div>
        <div className={styles.side}>
          <Identity accounts={accounts.data} />
          {me.partner !== null && (
            <QueryView query={accounts} skeleton={<Bones count={2} height={80} />} part>
              {(list) => (
                <>
                  <LearningCards accounts={list} />
                  <AssociationHistory accounts={list.value} />
                </>
              )}
            </QueryView>
          )}
        </div>
      </div>
    </PageFrame>
  );
}
