import { PageTabs } from '../../components/PageTabs.tsx';
import { PATHS } from '../../paths.ts';

const TABS = {
  users: { path: PATHS.users, label: 'users.tab' },
  report: { path: PATHS.usersReport, label: 'usersReport.tab' },
  roles: { path: PATHS.roles, label: 'roles.tab' },
  'sign-in': { path: PATHS.signInSettings, label: 'signInSettings.title' },
  provisioning: { path: PATHS.provisioning, label: 'provisioning.tab' },
} as const;

/** People, their report, roles, sign-in and the directory. */
export function UsersTabs({ selected }: { selected: keyof typeof TABS }) {
  return <PageTabs tabs={TABS} selected={selected} />;
}
