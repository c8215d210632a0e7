import { Field, Input } from '@fluentui/react-components';
import { FilterChip } from '../../components/FilterChip.tsx';
import { useSession } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Changes.module.css';
import { useSince } from './use-since.ts';

const PRESETS = [
  ['monday', 'changes.since.monday'],
  ['week', 'changes.since.week'],
  ['month', 'changes.since.month'],
  ['year', 'changes.since.year'],
] as const satisfies readonly (readonly [string, MessageId])[];

/** The day with which that of the page is compared. */
export function SincePicker() {
  const t = useText();
  const dates = useDates();
  const { day } = useSession();
  const { since, impossible, choose, presets } = useSince();
  return (
    <div className={`${styles.since} no-print`}>
      <Field
        label={t('changes.since')}
        orientation="horizontal"
        className={styles.field!}
        {...(impossible && { validationMessage: t('changes.invalid', { day: dates.day(day) }) })}
      >
        <Input type="date" value={since} onChange={(_, data) => data.value !== '' && choose(data.value)} />
      </Field>
      {PRESETS.map(([preset, label]) => (
        <FilterChip key={preset} pressed={since === presets[preset]} onClick={() => choose(presets[preset])}>
          {t(label)}
        </FilterChip>
      ))}
    </div>
  );
}
