import { Link } from '@tanstack/react-router';
import type { MessageId } from '../messages/messages.ts';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import styles from './Navigation.module.css';
import { type NavigationEntry, type NavigationGroup, navigationFor } from './navigation-entries.ts';
import { useSession } from './session.tsx';

const GROUP_LABELS: Readonly<Record<NavigationGroup, MessageId>> = {
  mpn: 'nav.mpn',
  insights: 'nav.insights',
  customers: 'nav.customers',
  network: 'nav.network',
  account: 'nav.account',
};

interface Section {
  readonly group: NavigationGroup | null;
  readonly entries: NavigationEntry[];
}

function sectionsOf(entries: readonly NavigationEntry[]): Section[] {
  const sections: Section[] = [];
  for (const entry of entries) {
    const last = sections.at(-1);
    if (last !== undefined && last.group === entry.group) last.entries.push(entry);
    else sections.push({ group: entry.group, entries: [entry] });
  }
  return sections;
}

/** Below their address are other entries of the menu. */
const WITH_PAGES_OF_THEIR_OWN: ReadonlySet<string> = new Set([
  PATHS.overview,
  PATHS.competencies,
  PATHS.users,
  PATHS.networkView,
]);

function Entry({ entry, onFollow }: { entry: NavigationEntry; onFollow?: () => void }) {
  const t = useText();
  const Icon = entry.icon;
  const exact = WITH_PAGES_OF_THEIR_OWN.has(entry.to);
  return (
    <li>
      <Link
        to={entry.to}
        className={styles.entry}
        activeOptions={{ exact, includeSearch: false }}
        onClick={onFollow}
      >
        {({ isActive }) => (
          <>
            <Icon filled={isActive} fontSize={20} />
            <span>{t(entry.label)}</span>
          </>
        )}
      </Link>
    </li>
  );
}

/** The whole menu: at the left of a wide screen, in a sheet on a phone. */
export function Navigation({ onFollow }: { onFollow?: () => void }) {
  const t = useText();
  const sections = sectionsOf(navigationFor(useSession()));
  return (
    <nav aria-label={t('nav.label')} className={styles.navigation}>
      {sections.map((section) => (
        <div key={section.entries[0]!.to} className={styles.section}>
          {section.group !== null && (
            <h2 className={styles.group} id={`nav-${section.group}`}>
              {t(GROUP_LABELS[section.group])}
            </h2>
          )}
          <ul
            className={styles.list}
            {...(section.group === null ? {} : { 'aria-labelledby': `nav-${section.group}` })}
          >
            {section.entries.map((entry) => (
              <Entry key={entry.to} entry={entry} {...(onFollow === undefined ? {} : { onFollow })} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
