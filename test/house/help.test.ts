import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../web/help/help-locales.ts';
import { parseHelpText } from '../../web/help/help-text.ts';
import { type HelpBlock, type HelpTopic, TOPIC_FRAMES, TOPIC_IDS } from '../../web/help/help-topic.ts';
import { PAGE_IDS, PAGE_TOPICS } from '../../web/help/page-topics.ts';
import { HELP_TOPICS } from '../../web/help/topics.ts';

function textsOf(block: HelpBlock): readonly string[] {
  if (block.kind === 'generated') return [];
  return block.kind === 'paragraph' || block.kind === 'note' ? [block.text] : block.items;
}

function allTexts(topic: HelpTopic): readonly string[] {
  return [...topic.sections.flatMap(({ blocks }) => blocks.flatMap(textsOf)), ...topic.nextSteps];
}

function linksOf(topic: HelpTopic): readonly string[] {
  return allTexts(topic).flatMap((text) =>
    parseHelpText(text).flatMap((part) => (part.kind === 'link' ? [part.target] : [])),
  );
}

function leadsSomewhere(target: string): boolean {
  const page = /^page:(.+)$/.exec(target)?.[1];
  if (page !== undefined) return (PAGE_IDS as readonly string[]).includes(page);
  const [topicId, anchor] = target.split('#');
  const topic = TOPIC_IDS.find((id) => id === topicId);
  if (topic === undefined) return false;
  return anchor === undefined || HELP_TOPICS[topic].fr.sections.some((section) => section.anchor === anchor);
}

const everyTopic = TOPIC_IDS.flatMap((id) =>
  LOCALES.map((locale) => ({ id, locale, topic: HELP_TOPICS[id][locale] })),
);

describe.each(everyTopic)('the help topic $id in $locale', ({ id, topic }) => {
  it('has no dead link', () => {
    expect(linksOf(topic).filter((target) => !leadsSomewhere(target))).toEqual([]);
  });

  it('has each anchor once and the same anchors in both languages', () => {
    const anchors = topic.sections.map(({ anchor }) => anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(HELP_TOPICS[id].fr.sections.map(({ anchor }) => anchor)).toEqual(
      HELP_TOPICS[id].en.sections.map(({ anchor }) => anchor),
    );
  });

  it('says what it applies to, ends with next steps and names related topics', () => {
    expect(topic.appliesTo).not.toBe('');
    expect(topic.nextSteps.length).toBeGreaterThan(0);
    expect(TOPIC_FRAMES[id].related.length).toBeGreaterThan(0);
    expect(TOPIC_FRAMES[id].changedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('French texts', () => {
  it('use the typographic apostrophe', () => {
    const straight = TOPIC_IDS.flatMap((id) => allTexts(HELP_TOPICS[id].fr)).filter((text) =>
      text.includes("'"),
    );
    expect(straight).toEqual([]);
  });
});

describe('every page', () => {
  it.each(PAGE_IDS)('%s opens an existing place of the help', (page) => {
    const { topic, anchor } = PAGE_TOPICS[page];
    expect(leadsSomewhere(`${topic}#${anchor}`)).toBe(true);
  });
});

describe('the link check', () => {
  it.each(['nowhere', 'skills-report#nowhere', 'page:nowhere'])('sees a planted dead link: %s', (target) => {
    expect(leadsSomewhere(target)).toBe(false);
  });
});
