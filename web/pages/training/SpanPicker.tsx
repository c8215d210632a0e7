import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { MOST_TRAINING_MONTHS, TRAINING_SPANS } from '../../../src/contract/training.ts';
import { FilterChip } from '../../components/FilterChip.tsx';
import { useText } from '../../messages/use-text.ts';
import styles from './Training.module.css';
import { useSpan } from './use-span.ts';

/** Three, six or twelve months up to now, or any others. */
export function SpanPicker() {
  const t = useText();
  const { from, to, preset, impossible, choose, chooseLast } = useSpan();
  const [custom, setCustom] = useState(preset === null);
  const open = custom || preset === null;
  const month = (label: string, value: string, onChoose: (value: string) => void, wrong: boolean) => (
    <Field
      label={label}
      orientation="horizontal"
      className={styles.field!}
      {...(wrong && { validationMessage: t('training.invalid', { count: MOST_TRAINING_MONTHS }) })}
    >
      <Input
        type="month"
        value={value}
        placeholder="2026-01"
        onChange={(_, data) => data.value !== '' && onChoose(data.value)}
      />
    </Field>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is not a form group.
    <div role="group" aria-label={t('training.span')} className={`${styles.span} no-print`}>
      {TRAINING_SPANS.map((months) => (
        <FilterChip
          key={months}
          pressed={!open && preset === months}
          onClick={() => {
            setCustom(false);
            chooseLast(months);
          }}
        >
          {t('training.span.last', { count: months })}
        </FilterChip>
      ))}
      <FilterChip pressed={open} onClick={() => setCustom(true)}>
        {t('training.span.custom')}
      </FilterChip>
      {open && (
        <>
          {month(t('training.from'), from, (value) => choose({ from: value, to }), impossible)}
          {month(t('training.to'), to, (value) => choose({ from, to: value }), false)}
        </>
      )}
    </div>
  );
}
