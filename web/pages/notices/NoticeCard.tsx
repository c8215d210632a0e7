import { Badge, Button } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import type { NoticeView } from '../../../src/contract/notices.ts';
import { parseUrlState } from '../../components/url-state.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { listedThings } from './listed-things.ts';
import styles from './Notices.module.css';

interface NoticeCardProps {
  readonly notice: NoticeView;
  readonly pending: boolean;
  readonly onRead: (noticeId: string) => void;
  readonly onDone: (noticeId: string) => void;
}

function Action({ notice, onRead }: Pick<NoticeCardProps, 'notice' | 'onRead'>) {
  const { label, path } = notice.action;
  const [to = '', query = ''] = path.split('?');
  return (
    <Link
      to={to}
      search={parseUrlState(query)}
      className={table.link}
      onClick={() => notice.readAt === null && onRead(notice.noticeId)}
    >
      {label}
    </Link>
  );
}

function Paragraph({ text }: { text: string }) {
  const { things, rest } = listedThings(text);
  return (
    <>
      {things.length > 0 && (
        <ul className={styles.things}>
          {things.map(({ thing, below }) => (
            <li key={thing}>
              {thing}
              {below.map((line) => (
                <div key={line} className={styles.below}>
                  {line}
                </div>
              ))}
            </li>
          ))}
        </ul>
      )}
      {rest !== '' && <p>{rest}</p>}
    </>
  );
}

/** One notice: what it tells, where it leads, and what the reader has done with it. */
export function NoticeCard({ notice, pending, onRead, onDone }: NoticeCardProps) {
  const t = useText();
  const dates = useDates();
  const { noticeId, readAt, isTask, doneAt } = notice;
  const unread = readAt === null;
  return (
    <li className={unread ? `${styles.notice} ${styles.unread}` : styles.notice}>
      <div className={styles.head}>
        <h2 className={styles.title}>{notice.title}</h2>
        {isTask && (
          <Badge appearance="tint" color={doneAt === null ? 'brand' : 'subtle'}>
            {t('notices.task')}
          </Badge>
        )}
        {unread && <Badge appearance="outline">{t('notices.new')}</Badge>}
        <time className={styles.when} dateTime={notice.createdAt}>
          {dates.instant(notice.createdAt)}
        </time>
      </div>
      {notice.paragraphs.map((paragraph) => (
        <Paragraph key={paragraph} text={paragraph} />
      ))}
      {doneAt !== null && (
        <p className={styles.when}>
          {t('notices.doneBy', { who: notice.doneBy ?? '', on: dates.instant(doneAt) })}
        </p>
      )}
      <div className={`${styles.acts} no-print`}>
        <Action notice={notice} onRead={onRead} />
        {notice.kind === 'at-risk' && (
          <Link
            to={PATHS.helpTopic}
            params={{ topic: 'maintain-membership' }}
            hash="states"
            className={table.link}
          >
            {t('notices.help')}
          </Link>
        )}
        {isTask && doneAt === null && (
          <Button size="small" appearance="primary" disabled={pending} onClick={() => onDone(noticeId)}>
            {t('notices.done')}
          </Button>
        )}
        {unread && (
          <Button
            size="small"
            appearance="subtle"
            className={styles.read!}
            disabled={pending}
            onClick={() => onRead(noticeId)}
          >
            {t('notices.read')}
          </Button>
        )}
      </div>
    </li>
  );
}
