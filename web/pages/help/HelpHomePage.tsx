import { SearchInfoRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { typographyOf } from '../../../src/contract/messages/french-spacing.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { matches, normalise, readingsOf } from '../../components/search/search-text.ts';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { type HelpEntry, helpEntries } from '../../help/help-index.ts';
import { TOPIC_IDS, type TopicId } from '../../help/help-topic.ts';
import { HELP_TOPICS } from '../../help/topics.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './HelpHome.module.css';

function TopicCard({ id }: { id: TopicId }) {
  const { locale } = useLocale();
  const print = typographyOf(locale);
  const { title, summary, sections } = HELP_TOPICS[id][locale];
  return (
    <section className={styles.card}>
      <h2>
        <Link to={PATHS.helpTopic} params={{ topic: id }} className={table.link}>
          {print(title)}
        </Link>
      </h2>
      <p>{print(summary)}</p>
      <ul>
        {sections.map((section) => (
          <li key={section.anchor}>
            <Link to={PATHS.helpTopic} params={{ topic: id }} hash={section.anchor} className={table.link}>
              {print(section.title)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useFound(text: string): readonly HelpEntry[] | null {
  const { locale } = useLocale();
  return useMemo(() => {
    const readings = readingsOf(text);
    if (readings[0] === '') return null;
    return helpEntries(locale).filter(({ title, topicTitle, keywords }) =>
      matches(normalise(`${title} ${topicTitle} ${keywords.join(' ')}`), readings),
    );
  }, [text, locale]);
}

function Found({ entries }: { entries: readonly HelpEntry[] }) {
  const t = useText();
  return (
    <>
      <p role="status" className="visually-hidden">
        {t('help.found', { count: entries.length })}
      </p>
      {entries.length === 0 && <EmptyState icon={<SearchInfoRegular />} title={t('help.nothing')} />}
      <ul className={styles.found}>
        {entries.map((entry) => (
          <li key={`${entry.topic} ${entry.anchor}`}>
            <Link
              to={PATHS.helpTopic}
              params={{ topic: entry.topic }}
              {...(entry.anchor === null ? {} : { hash: entry.anchor })}
              className={table.link}
            >
              {entry.title}
            </Link>
            {entry.anchor !== null && <span>{entry.topicTitle}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** All topics and their sections, and a search among them. */
export function HelpHomePage() {
  const t = useText();
  const [url] = useUrlState();
  const found = useFound(useDeferredValue(url.search ?? ''));
  return (
    <PageFrame title={t('help.title')} lead={t('help.lead')} ability="own-profile">
      <div>
        <UrlSearchBox label={t('help.search')} />
      </div>
      {found !== null ? (
        <Found entries={found} />
      ) : (
        <div className={styles.cards}>
          {TOPIC_IDS.map((id) => (
            <TopicCard key={id} id={id} />
          ))}
        </div>
      )}
    </PageFrame>
  );
}
