import type { Locale } from '../../src/contract/common.ts';
import { typographyOf } from '../../src/contract/messages/french-spacing.ts';
import { GLOSSARY } from './glossary-terms.ts';
import { TOPIC_IDS, type TopicId } from './help-topic.ts';
import { HELP_TOPICS } from './topics.ts';

export interface HelpEntry {
  readonly topic: TopicId;
  /** `null` for the topic itself. */
  readonly anchor: string | null;
  readonly title: string;
  readonly topicTitle: string;
  readonly keywords: readonly string[];
}

function topicEntries(locale: Locale): readonly HelpEntry[] {
  return TOPIC_IDS.flatMap((topic) => {
    const { title, keywords, sections } = HELP_TOPICS[topic][locale];
    return [
      { topic, anchor: null, title, topicTitle: title, keywords },
      ...sections.map((section) => ({
        topic,
        anchor: section.anchor,
        title: section.title,
        topicTitle: title,
        keywords: [],
      })),
    ];
  });
}

function glossaryEntries(locale: Locale): readonly HelpEntry[] {
  const topicTitle = HELP_TOPICS.glossary[locale].title;
  return GLOSSARY.map(({ id, term, alsoCalled }) => ({
    topic: 'glossary',
    anchor: id,
    title: term[locale],
    topicTitle,
    keywords: [term.fr, term.en, alsoCalled?.[locale] ?? ''],
  }));
}

/** Everything the search can find in the help: topics before their sections, then the terms of the glossary. */
export function helpEntries(locale: Locale): readonly HelpEntry[] {
  const print = typographyOf(locale);
  return [...topicEntries(locale), ...glossaryEntries(locale)].map((entry) => ({
    ...entry,
    title: print(entry.title),
    topicTitle: print(entry.topicTitle),
  }));
}
