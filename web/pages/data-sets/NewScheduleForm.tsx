import { Button, Field, Select } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { SCHEDULED_REPORT_TITLES } from '../../../src/contract/messages/scheduled-report-texts.ts';
import {
  type NewSchedule,
  REPORT_DELIVERIES,
  REPORT_FREQUENCIES,
  type ReportDelivery,
  type Schedules,
} from '../../../src/contract/scheduled-reports.ts';
import { useUrlState } from '../../components/url-state.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './DataSets.module.css';
import { DELIVERY_NAMES, FREQUENCY_NAMES } from './schedule-names.ts';

const FORMATS: Readonly<Record<NewSchedule['format'], MessageId>> = {
  xlsx: 'download.xlsx',
  csv: 'download.csv',
  tsv: 'download.tsv',
};

interface NewScheduleFormProps {
  readonly schedules: Schedules;
  readonly busy: boolean;
  readonly onAdd: (order: NewSchedule) => void;
}

/** What to receive, how often and how; only what the reader may read and the programme allows. */
export function NewScheduleForm({ schedules, busy, onAdd }: NewScheduleFormProps) {
  const t = useText();
  const local = useLocalText();
  const { reports, attachments, mails } = schedules;
  const deliveries = REPORT_DELIVERIES.filter((each) => each !== 'attachment' || attachments).filter(
    (each) => each === 'pull' || mails,
  );
  // A report’s own menu leads here with its name.
  const [{ report: wanted }] = useUrlState();
  const [order, setOrder] = useState<NewSchedule>({
    report: reports.find((each) => each === wanted) ?? reports[0]!,
    format: 'xlsx',
    frequency: 'weekly',
    delivery: deliveries[0]!,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdd(order);
  };
  const change = (part: Partial<Record<keyof NewSchedule, string>>) =>
    setOrder((before) => ({ ...before, ...part }) as NewSchedule);
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={t('scheduled.report')}>
        <Select value={order.report} onChange={(_, data) => change({ report: data.value })}>
          {reports.map((each) => (
            <option key={each} value={each}>
              {local(SCHEDULED_REPORT_TITLES[each])}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('scheduled.frequency')}>
        <Select value={order.frequency} onChange={(_, data) => change({ frequency: data.value })}>
          {REPORT_FREQUENCIES.map((each) => (
            <option key={each} value={each}>
              {t(FREQUENCY_NAMES[each])}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('scheduled.format')}>
        <Select value={order.format} onChange={(_, data) => change({ format: data.value })}>
          {(Object.keys(FORMATS) as NewSchedule['format'][]).map((each) => (
            <option key={each} value={each}>
              {t(FORMATS[each])}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('scheduled.delivery')}>
        <Select
          value={order.delivery}
          onChange={(_, data) => change({ delivery: data.value as ReportDelivery })}
        >
          {deliveries.map((each) => (
            <option key={each} value={each}>
              {t(DELIVERY_NAMES[each])}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={busy}>
        {t('scheduled.add')}
      </Button>
    </form>
  );
}
