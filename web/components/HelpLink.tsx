import { QuestionCircleRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import { PAGE_TOPICS, type PageId } from '../help/page-topics.ts';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import styles from './HelpLink.module.css';

/** The `?` beside a page's title: its help topic, at the right place. */
export function HelpLink({ page }: { page: PageId }) {
  const t = useText();
  const { topic, anchor } = PAGE_TOPICS[page];
  return (
    <Link
      to={PATHS.helpTopic}
      params={{ topic }}
      hash={anchor}
      className={`${styles.link} no-print`}
      aria-label={t('shell.helpFor')}
      title={t('shell.helpFor')}
    >
      <QuestionCircleRegular fontSize={20} />
    </Link>
  );
}
