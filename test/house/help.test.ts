import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/contract/common.ts';
import { GLOSSARY } from '../../web/help/glossary-terms.ts';
import { helpEntries } from '../../web/help/help-index.ts';
import { LOCALES } from '../../web/help/help-locales.ts';
import { type HelpTextPart, parseHelpText } from '../../web/help/help-text.ts';
import {
  type HelpBlock,
  type HelpTopic,
  TOPIC_FRAMES,
  TOPIC_IDS,
  type TopicId,
} from '../../web/help/help-topic.ts';
import { PAGE_IDS, PAGE_TOPICS } from '../../web/help/page-topics.ts';
import { HELP_TOPICS } from '../../web/help/topics.ts';
import { en } from '../../web/messages/en/all.ts';
import { fr } from '../../web/messages/fr/all.ts';

function textsOf(block: HelpBlock): readonly string[] {
  if (block.kind === 'generated') return [];
  return block.kind === 'paragraph' || block.kind === 'note' ? [block.text] : block.items;
}

function allTexts(topic: HelpTopic): readonly string[] {
  return [...topic.sections.flatMap(({ blocks }) => blocks.flatMap(textsOf)), ...topic.nextSteps];
}

function partsOf(topic: HelpTopic): readonly HelpTextPart[] {
  const within = (part: HelpTextPart): readonly HelpTextPart[] =>
    part.kind === 'link' ? [part, ...part.parts.flatMap(within)] : [part];
  return allTexts(topic).flatMap((text) => parseHelpText(text).flatMap(within));
}

function linksOf(topic: HelpTopic): readonly string[] {
  return partsOf(topic).flatMap((part) => (part.kind === 'link' ? [part.target] : []));
}

/** A word of the screen is a message of the pages that stands there as it is, without a value to be filled in. */
function standsOnScreen(message: string, locale: Locale): boolean {
  const text = ({ fr, en }[locale] as Readonly<Record<string, string>>)[message];
  return text !== undefined && !text.includes('{');
}

function labelsOf(topic: HelpTopic): readonly string[] {
  return partsOf(topic).flatMap((part) => (part.kind === 'label' ? [part.message] : []));
}

function anchorsOf(id: TopicId): readonly string[] {
  const own = HELP_TOPICS[id].fr.sections.map(({ anchor }) => anchor);
  return id === 'glossary' ? [...own, ...GLOSSARY.map((term) => term.id)] : own;
}

function leadsSomewhere(target: string): boolean {
  const page = /^page:(.+)$/.exec(target)?.[1];
  if (page !== undefined) return (PAGE_IDS as readonly string[]).includes(page);
  const [topicId, anchor] = target.split('#');
  const topic = TOPIC_IDS.find((id) => id === topicId);
  if (topic === undefined) return false;
  return anchor === undefined || anchorsOf(topic).includes(anchor);
}

const everyTopic = TOPIC_IDS.flatMap((id) =>
  LOCALES.map((locale) => ({ id, locale, topic: HELP_TOPICS[id][locale] })),
);

describe.each(everyTopic)('the help topic $id in $locale', ({ id, locale, topic }) => {
  it('has no dead link', () => {
    expect(linksOf(topic).filter((target) => !leadsSomewhere(target))).toEqual([]);
  });

  it('calls what is on the screen by the words of the screen', () => {
    expect(labelsOf(topic).filter((message) => !standsOnScreen(message, locale))).toEqual([]);
    const spelledOut = partsOf(topic).flatMap((part) => (part.kind === 'strong' ? [part.text] : []));
    const messages: readonly string[] = Object.values({ fr, en }[locale]);
    expect(spelledOut.filter((text) => messages.includes(text))).toEqual([]);
  });

  it('names the same words of the screen in both languages', () => {
    expect([...labelsOf(HELP_TOPICS[id].fr)].sort()).toEqual([...labelsOf(HELP_TOPICS[id].en)].sort());
  });

  it('has each anchor once and the same anchors in both languages', () => {
    const anchors = anchorsOf(id);
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

describe('every text', () => {
  it.each(LOCALES)('leaves no mark to be read as it was typed, in %s', (locale) => {
    const readable = TOPIC_IDS.flatMap((id) => partsOf(HELP_TOPICS[id][locale])).flatMap((part) =>
      part.kind === 'text' || part.kind === 'strong' ? [part.text] : [],
    );
    expect(readable.length).toBeGreaterThan(100);
    expect(readable.filter((text) => /[{}[\]]|\*\*/.test(text))).toEqual([]);
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

describe('the search', () => {
  it.each(LOCALES)('finds only places that exist, and each of them once, in %s', (locale) => {
    const targets = helpEntries(locale).map(({ topic, anchor }) =>
      anchor === null ? topic : `${topic}#${anchor}`,
    );
    expect(targets.filter((target) => !leadsSomewhere(target))).toEqual([]);
    expect(new Set(targets).size).toBe(targets.length);
  });
});

describe('the check of screen words', () => {
  it.each(['nav.nowhere', 'nav', 'report.chip'])(
    'sees a planted word that no screen shows: %s',
    (message) => {
      expect(standsOnScreen(message, 'fr')).toBe(false);
    },
  );
});
