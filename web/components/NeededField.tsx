import { Field } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useText } from '../messages/use-text.ts';

interface NeededFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** What is wrong with what was given, where it is something else than nothing. */
  readonly problem?: string | null;
  /** The form was sent: what is empty is said now. */
  readonly sent: boolean;
  readonly children: ReactElement;
}

/** A field that must not be empty, and says so in the language of the page; the browser's words are in its own. */
export function NeededField({ label, hint, value, problem = null, sent, children }: NeededFieldProps) {
  const t = useText();
  const said = value.trim() === '' ? t('people.missing') : problem;
  return (
    <Field
      label={label}
      required
      {...(hint === undefined ? {} : { hint })}
      {...(sent && said !== null ? { validationMessage: said } : {})}
    >
      {children}
    </Field>
  );
}
