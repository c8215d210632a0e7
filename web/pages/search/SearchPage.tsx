import { SearchBox } from '@fluentui/react-components';
import { SearchInfoRegular } from '@fluentui/react-icons';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import type { SearchEntry } from '../../components/search/search-entries.ts';
import { SEARCH_GROUP_LABELS } from '../../components/search/search-group-labels.ts';
import { useSearchResults } from '../../components/search/use-search-results.ts';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './SearchPage.module.css';

function Entry({ entry }: { entry: SearchEntry }) {
  const router = useRouter();
  const { href } = entry;
  if (href === undefined) {
    return (
      <button type="button" className={`${styles.action} ${table.link}`} onClick={entry.run}>
        {entry.label}
      </button>
    );
  }
  return (
    <a
      href={href}
      className={table.link}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        void router.navigate({ href });
      }}
    >
      {entry.label}
    </a>
  );
}

/** Where an unknown permanent link leads, and the same search as Ctrl K with an address of its own. */
export function SearchPage() {
  const t = useText();
  const [url, patch] = useUrlState();
  const [text, setText] = useState(url.q ?? '');
  const { groups, flat } = useSearchResults(text);
  return (
    <PageFrame page="search" title={t('search.page.title')} lead={t('search.page.lead')}>
      <SearchBox
        aria-label={t('search.open')}
        placeholder={t('search.placeholder')}
        value={text}
        className={styles.box!}
        onChange={(_, data) => {
          setText(data.value);
          patch({ q: data.value });
        }}
      />
      {flat.length === 0 && <EmptyState icon={<SearchInfoRegular />} title={t('search.none')} />}
      {groups.map(({ group, entries }) => (
        <section key={group}>
          <h2 className={styles.group}>{t(SEARCH_GROUP_LABELS[group])}</h2>
          <ul className={styles.list}>
            {entries.map((entry) => (
              <li key={entry.key}>
                <Entry entry={entry} />{' '}
                <span className={entry.detail.length > 40 ? table.quiet : styles.detail}>{entry.detail}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PageFrame>
  );
}
