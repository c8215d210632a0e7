import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../messages/use-text.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  /** What is no amount stays in the field and is not told. */
  readonly onChange: (value: number) => void;
}

/** Zero or more, with a point or a comma for the fraction. */
function amountOf(text: string): number | null {
  return /^\d+([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;
}

/** An amount that is typed: nothing typed is lost, and what is no amount says so. */
export function NumberField({ label, value, onChange }: NumberFieldProps) {
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && amountOf(typed) === null;
  return (
    <Field label={label} {...(wrong && { validationMessage: t('plans.amount.wrong') })}>
      <Input
        inputMode="decimal"
        value={typed ?? String(value)}
        onChange={(_, data) => {
          setTyped(data.value);
          const amount = amountOf(data.value);
          if (amount !== null) onChange(amount);
        }}
        onBlur={() => !wrong && setTyped(null)}
      />
    </Field>
  );
}
