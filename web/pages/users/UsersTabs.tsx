import { Tab, TabList } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';

const TABS = {
  users: PATHS.users,
  report: PATHS.usersReport,
  roles: PATHS.roles,
  'sign-in': PATHS.signInSettings,
  provisioning: PATHS.provisioning,
} as const;
type UsersTab = keyof typeof TABS;

/** People, their report, roles, sign-in and the directory are pages with one row of tabs. */
export function UsersTabs({ selected }: { selected: UsersTab }) {
  const t = useText();
  const navigate = useNavigate();
  return (
    <TabList
      className="no-print"
      selectedValue={selected}
      style={{ margin: '-4px 0 0 -10px', flex: 'none', flexWrap: 'wrap' }}
      onTabSelect={(_, data) => void navigate({ to: TABS[data.value as UsersTab] })}
    >
      <Tab value="users">{t('users.tab')}</Tab>
      <Tab value="report">{t('usersReport.tab')}</Tab>
      <Tab value="roles">{t('roles.tab')}</Tab>
      <Tab value="sign-in">{t('signInSettings.title')}</Tab>
      <Tab value="provisioning">{t('provisioning.tab')}</Tab>
    </TabList>
  );
}
