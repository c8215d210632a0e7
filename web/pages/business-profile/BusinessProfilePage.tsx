import { useQuery } from '@tanstack/react-query';
import { businessProfileQuery } from '../../api/business-profile.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './BusinessProfile.module.css';
import { LogoCard } from './LogoCard.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { PublishCard } from './PublishCard.tsx';
import { ShownLevels } from './ShownLevels.tsx';
import { SuspensionCard } from './SuspensionCard.tsx';
import { SuspensionNotice } from './SuspensionNotice.tsx';

/** What customers see of the company, and whether they see it. The operator of the programme can suspend it. */
export function BusinessProfilePage() {
  const t = useText();
  const { can } = useSession();
  const partner = usePartnerId();
  const query = useQuery(businessProfileQuery(partner));
  return (
    <PageFrame
      page="business-profile"
      title={t('businessProfile.title')}
      lead={t('businessProfile.lead')}
      ability={['business-profile', 'suspend-profile']}
    >
      <QueryView query={query} skeleton={<Bones count={4} height={120} />}>
        {(profile) =>
          can('business-profile') ? (
            <>
              <SuspensionNotice suspension={profile.value.suspension} />
              <div className={styles.layout}>
                <ProfileForm profile={profile} />
                <div className={styles.column}>
                  <PublishCard profile={profile} />
                  <ShownLevels levels={profile.value.levels} />
                  <LogoCard logo={profile.value.logo} />
                </div>
              </div>
            </>
          ) : (
            <div className={styles.layout} key={partner}>
              <SuspensionCard profile={profile.value} />
              <ShownLevels levels={profile.value.levels} />
            </div>
          )
        }
      </QueryView>
    </PageFrame>
  );
}
