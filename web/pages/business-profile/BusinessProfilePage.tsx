import { useQuery } from '@tanstack/react-query';
import { businessProfileQuery } from '../../api/business-profile.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './BusinessProfile.module.css';
import { LogoCard } from './LogoCard.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { PublishCard } from './PublishCard.tsx';
import { ShownLevels } from './ShownLevels.tsx';

/** What customers see of the company, and whether they see it. */
export function BusinessProfilePage() {
  const t = useText();
  const query = useQuery(businessProfileQuery(usePartnerId()));
  return (
    <PageFrame
      page="business-profile"
      title={t('businessProfile.title')}
      lead={t('businessProfile.lead')}
      ability="business-profile"
    >
      <QueryView query={query} skeleton={<Bones count={4} height={120} />}>
        {(profile) => (
          <div className={styles.layout}>
            <ProfileForm profile={profile} />
            <div className={styles.column}>
              <PublishCard profile={profile} />
              <ShownLevels levels={profile.value.levels} />
              <LogoCard logo={profile.value.logo} />
            </div>
          </div>
        )}
      </QueryView>
    </PageFrame>
  );
}
