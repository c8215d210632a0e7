import type { Locale } from '../../src/contract/common.ts';
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

/** Everything the search can find in the help, topics before their sections. */
export function helpEntries(locale: Locale): readonly HelpEntry[] {
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
