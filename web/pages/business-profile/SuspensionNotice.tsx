import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { BusinessProfileView } from '../../../src/contract/business-profile.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './BusinessProfile.module.css';

/** Tells the company since when and why the operator keeps its profile from being seen, and what to do. */
export function SuspensionNotice({ suspension }: Pick<BusinessProfileView, 'suspension'>) {
  const t = useText();
  const dates = useDates();
  if (suspension === null) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('businessProfile.suspended')}</MessageBarTitle>
        {t('businessProfile.suspended.since', { day: dates.day(suspension.at) })}
        <blockquote className={styles.reason}>{suspension.reason}</blockquote>
        {t('businessProfile.suspended.next')}
      </MessageBarBody>
    </MessageBar>
  );
}
