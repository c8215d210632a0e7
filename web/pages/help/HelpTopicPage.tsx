import { ArrowRightRegular } from '@fluentui/react-icons';
import { Link, useParams } from '@tanstack/react-router';
import { typographyOf } from '../../../src/contract/messages/french-spacing.ts';
import { NotFoundPage } from '../../components/NotFoundPage.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { type HelpSection, TOPIC_FRAMES, TOPIC_IDS, type TopicId } from '../../help/help-topic.ts';
import { HELP_TOPICS } from '../../help/topics.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { AnchorLink } from './AnchorLink.tsx';
import styles from './Help.module.css';
import { HelpBlockView } from './HelpBlockView.tsx';
import { HelpContents } from './HelpContents.tsx';
import { HelpTextView } from './HelpTextView.tsx';
import { useAnchor } from './use-anchor.ts';

type Print = (text: string) => string;

function Section({ section, print }: { section: HelpSection; print: Print }) {
  const title = print(section.title);
  return (
    <section aria-labelledby={section.anchor}>
      <div className={styles.heading}>
        <h2 id={section.anchor} tabIndex={-1}>
          {title}
        </h2>
        <AnchorLink anchor={section.anchor} title={title} />
      </div>
      {section.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a section never move.
        <HelpBlockView key={index} block={block} />
      ))}
    </section>
  );
}

function Ways({ topic, print }: { topic: TopicId; print: Print }) {
  const t = useText();
  const { locale } = useLocale();
  return (
    <footer className={styles.ways}>
      <section>
        <h2>{t('help.next')}</h2>
        <ul>
          {HELP_TOPICS[topic][locale].nextSteps.map((step) => (
            <li key={step}>
              <ArrowRightRegular />
              <HelpTextView text={step} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('help.related')}</h2>
        <ul>
          {TOPIC_FRAMES[topic].related.map((id) => (
            <li key={id}>
              <Link to={PATHS.helpTopic} params={{ topic: id }} className={table.link}>
                {print(HELP_TOPICS[id][locale].title)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </footer>
  );
}

function Topic({ id }: { id: TopicId }) {
  const t = useText();
  const dates = useDates();
  const { locale } = useLocale();
  const print = typographyOf(locale);
  const topic = HELP_TOPICS[id][locale];
  const { ability, changedOn } = TOPIC_FRAMES[id];
  return (
    <PageFrame
      title={print(topic.title)}
      crumbs={[{ to: PATHS.help, label: t('nav.help') }]}
      lead={print(topic.summary)}
      ability={ability === 'everyone' ? 'own-profile' : ability}
    >
      <p className={styles.facts}>
        <span>{t('help.appliesTo', { scope: print(topic.appliesTo) })}</span>
        <span>{t('help.changedOn', { day: dates.day(changedOn) })}</span>
      </p>
      <div className={styles.layout}>
        {topic.sections.length > 1 && <HelpContents sections={topic.sections} print={print} />}
        <article className={styles.text}>
          {topic.sections.map((section) => (
            <Section key={section.anchor} section={section} print={print} />
          ))}
        </article>
        <Ways topic={id} print={print} />
      </div>
    </PageFrame>
  );
}

/** One topic of the help; generated parts look for the anchor again once their data is there. */
export function HelpTopicPage() {
  const { topic } = useParams({ strict: false });
  const id = TOPIC_IDS.find((one) => one === topic);
  if (id === undefined) return <NotFoundPage />;
  return <AnchoredTopic key={id} id={id} />;
}

function AnchoredTopic({ id }: { id: TopicId }) {
  useAnchor(true);
  return <Topic id={id} />;
}
