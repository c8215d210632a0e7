import { Button, Dropdown, Option, Tooltip } from '@fluentui/react-components';
import { PersonRegular, SearchRegular, WeatherMoonRegular, WeatherSunnyRegular } from '@fluentui/react-icons';
import { Link, useLinkProps } from '@tanstack/react-router';
import type { MouseEventHandler } from 'react';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import { Logo } from '../ui/Logo.tsx';
import { useTheme } from '../ui/ThemeProvider.tsx';
import { AsOfControl } from './AsOfControl.tsx';
import { OwnLanguageSwitch } from './LanguageSwitch.tsx';
import { NoticeBell } from './notices/NoticeBell.tsx';
import { SignOutButton } from './SignOutButton.tsx';
import { openSearch } from './search/search-opening.ts';
import { useSession } from './session.tsx';
import styles from './TopBar.module.css';
import { useUrlState } from './url-state.ts';

function Company() {
  const t = useText();
  const { me, partner, partners } = useSession();
  const [, patch] = useUrlState();
  if (partner === null) return null;
  if (me.partner !== null)
    return (
      <span className={styles.company} title={partner.name}>
        {partner.name}
      </span>
    );
  return (
    <Dropdown
      size="small"
      aria-label={t('shell.company')}
      className={styles.switcher!}
      value={partner.name}
      button={{ children: <span className={styles.chosen}>{partner.name}</span> }}
      selectedOptions={[partner.id]}
      onOptionSelect={(_, data) => patch({ partner: data.optionValue, programme: undefined }, { push: true })}
    >
      {partners.map((one) => (
        <Option key={one.id} value={one.id}>
          {one.name}
        </Option>
      ))}
    </Dropdown>
  );
}

function ThemeButton() {
  const t = useText();
  const { dark, toggle } = useTheme();
  const label = t(dark ? 'shell.theme.light' : 'shell.theme.dark');
  return (
    <Tooltip content={label} relationship="label">
      <Button
        appearance="subtle"
        icon={dark ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
        onClick={toggle}
      />
    </Tooltip>
  );
}

function ProfileButton() {
  const t = useText();
  // The address keeps the day asked about, also in a new tab.
  const { href, onClick } = useLinkProps({ to: PATHS.profile });
  return (
    <Button
      appearance="subtle"
      as="a"
      href={href}
      icon={<PersonRegular />}
      className={styles.profile!}
      onClick={onClick as MouseEventHandler<HTMLAnchorElement>}
    >
      <span className={styles.wide}>{t('nav.profile')}</span>
    </Button>
  );
}

export function TopBar() {
  const t = useText();
  return (
    <header className={`${styles.bar} no-print`}>
      <Link to={PATHS.overview} className={styles.home} aria-label={t('shell.home')}>
        <Logo />
        <span className={styles.name}>Jalon</span>
      </Link>
      <Company />
      <button type="button" className={styles.search} onClick={openSearch}>
        <SearchRegular fontSize={16} />
        <span className={styles.searchText}>{t('search.open')}</span>
        <kbd className={styles.keys}>Ctrl K</kbd>
      </button>
      <div className={styles.tools}>
        <AsOfControl />
        <OwnLanguageSwitch />
        <ThemeButton />
        <NoticeBell />
        <ProfileButton />
        <SignOutButton />
      </div>
    </header>
  );
}
