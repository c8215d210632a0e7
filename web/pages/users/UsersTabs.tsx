import { Tab, TabList } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';

/** People and roles are two pages with one row of tabs. */
export function UsersTabs({ selected }: { selected: 'users' | 'roles' }) {
  const t = useText();
  const navigate = useNavigate();
  return (
    <TabList
      selectedValue={selected}
      style={{ margin: '-4px 0 0 -10px', flex: 'none' }}
      onTabSelect={(_, data) => void navigate({ to: data.value === 'roles' ? PATHS.roles : PATHS.users })}
    >
      <Tab value="users">{t('users.tab')}</Tab>
      <Tab value="roles">{t('roles.tab')}</Tab>
    </TabList>
  );
}
