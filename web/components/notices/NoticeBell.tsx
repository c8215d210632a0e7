import { Button, Tooltip } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useLinkProps } from '@tanstack/react-router';
import type { MouseEventHandler } from 'react';
import { noticeCountQuery } from '../../api/notices.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { useSession } from '../session.tsx';
import styles from './NoticeBell.module.css';

/** More than that nobody counts. */
const MOST = 99;

function Bell() {
  const t = useText();
  const { data } = useQuery(noticeCountQuery);
  const { href, onClick } = useLinkProps({ to: PATHS.notices });
  const unread = data?.unread ?? 0;
  const label = t('notices.bell', { count: unread });
  return (
    <span className={styles.bell}>
      <Tooltip content={label} relationship="label">
        <Button
          appearance="subtle"
          as="a"
          href={href}
          icon={<AlertRegular />}
          onClick={onClick as MouseEventHandler<HTMLAnchorElement>}
        />
      </Tooltip>
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </span>
  );
}

/** Notices are for people of a company: whoever works for the network has none. */
export function NoticeBell() {
  return useSession().me.partner === null ? null : <Bell />;
}
