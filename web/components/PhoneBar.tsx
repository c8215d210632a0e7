import { DrawerBody, DrawerHeader, DrawerHeaderTitle, OverlayDrawer } from '@fluentui/react-components';
import { NavigationRegular, PersonRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MessageId } from '../messages/messages.ts';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import { Navigation } from './Navigation.tsx';
import { navigationFor } from './navigation-entries.ts';
import styles from './PhoneBar.module.css';
import { useSession } from './session.tsx';

/** Short names, for entries that stand in the bar. */
const SHORT: Partial<Record<MessageId, MessageId>> = {
  'nav.overview': 'nav.overview.short',
  'nav.skillsReport': 'nav.skillsReport.short',
  'nav.requirements': 'nav.requirements.short',
};

const IN_BAR: readonly string[] = [PATHS.overview, PATHS.competencies, PATHS.skillsReport];

/** On a phone: the places one goes to most, and the whole menu in a sheet. */
export function PhoneBar() {
  const t = useText();
  const [open, setOpen] = useState(false);
  const entries = navigationFor(useSession()).filter((entry) => IN_BAR.includes(entry.to));
  return (
    <nav aria-label={t('nav.quick')} className={`${styles.bar} no-print`}>
      {entries.map((entry) => {
        const Icon = entry.icon;
        const exact = entry.to !== PATHS.skillsReport;
        return (
          <Link
            key={entry.to}
            to={entry.to}
            className={styles.item}
            activeOptions={{ exact, includeSearch: false }}
          >
            <Icon fontSize={22} />
            <span>{t(SHORT[entry.label] ?? entry.label)}</span>
          </Link>
        );
      })}
      <Link to={PATHS.profile} className={styles.item} activeOptions={{ includeSearch: false }}>
        <PersonRegular fontSize={22} />
        <span>{t('nav.profile')}</span>
      </Link>
      <button type="button" className={styles.item} onClick={() => setOpen(true)} aria-haspopup="dialog">
        <NavigationRegular fontSize={22} />
        <span>{t('nav.menu')}</span>
      </button>
      <OverlayDrawer
        position="bottom"
        open={open}
        onOpenChange={(_, data) => setOpen(data.open)}
        size="medium"
      >
        <DrawerHeader>
          <DrawerHeaderTitle>{t('nav.menu')}</DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody>
          <Navigation onFollow={() => setOpen(false)} />
        </DrawerBody>
      </OverlayDrawer>
    </nav>
  );
}
