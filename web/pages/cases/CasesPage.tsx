import { Button, Tab, TabList } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { PageFrame } from '../../components/PageFrame.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { CaseList } from './CaseList.tsx';
import styles from './Cases.module.css';

/** What the company has with support; for support, what all companies have. */
export function CasesPage() {
  const t = useText();
  const navigate = useNavigate();
  const session = useSession();
  const partnerId = usePartnerId();
  const queue = session.can('handle-cases');
  const [{ show }, patch] = useUrlState();
  const shown = show === 'closed' ? 'closed' : 'open';
  return (
    <PageFrame
      page="cases"
      title={t('cases.title')}
      lead={t(queue ? 'cases.lead.queue' : 'cases.lead')}
      ability={['cases', 'handle-cases']}
      actions={
        !queue && (
          <Button appearance="primary" onClick={() => void navigate({ to: PATHS.newCase })}>
            {t('cases.new')}
          </Button>
        )
      }
    >
      <div className={styles.wide}>
        <TabList
          aria-label={t('cases.show')}
          selectedValue={shown}
          onTabSelect={(_, { value }) => patch({ show: value === 'open' ? undefined : String(value) })}
        >
          <Tab value="open">{t('cases.show.open')}</Tab>
          <Tab value="closed">{t('cases.show.closed')}</Tab>
        </TabList>
        <CaseList key={shown} partnerId={queue ? null : partnerId} show={shown} />
      </div>
    </PageFrame>
  );
}
