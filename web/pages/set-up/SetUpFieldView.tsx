import { Field, Input, Select } from '@fluentui/react-components';
import { SHORTEST_PASSWORD } from '../../../src/contract/forms.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import type { FieldFrame } from './set-up-parts.ts';

export type Choice = readonly [value: string, label: string];

interface Properties {
  readonly frame: FieldFrame;
  readonly value: string;
  readonly problem: MessageId | undefined;
  /** The values to choose from; without them the field is typed. */
  readonly choices: readonly Choice[] | undefined;
  readonly onChange: (value: string) => void;
}

function Chooser({ frame, value, choices, onChange }: Properties & { choices: readonly Choice[] }) {
  const t = useText();
  return (
    <Select name={frame.name} value={value} onChange={(_, data) => onChange(data.value)}>
      <option value="">{t('setUp.choose')}</option>
      {choices.map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </Select>
  );
}

/** One labelled field with its hint and with what is wrong with it. */
export function SetUpFieldView(properties: Properties) {
  const t = useText();
  const { frame, value, problem, choices, onChange } = properties;
  const { name, label, hint, type = 'text', autoComplete = 'off', optional = false } = frame;
  const text = (id: MessageId) => t(id, { count: SHORTEST_PASSWORD });
  return (
    <Field
      label={t(label)}
      required={!optional}
      {...(hint === undefined ? {} : { hint: text(hint) })}
      {...(problem === undefined ? {} : { validationMessage: text(problem) })}
    >
      {choices !== undefined ? (
        <Chooser {...properties} choices={choices} />
      ) : (
        <Input
          name={name}
          type={type}
          autoComplete={autoComplete}
          value={value}
          onChange={(_, data) => onChange(data.value)}
        />
      )}
    </Field>
  );
}
