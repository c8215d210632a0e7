import { Checkbox, Field } from '@fluentui/react-components';
import { useText } from '../../messages/use-text.ts';
import styles from './Join.module.css';

interface TermsProps {
  readonly accepted: boolean;
  readonly sent: boolean;
  readonly onChange: (accepted: boolean) => void;
}

/** What taking part means, and that the company agrees. */
export function Terms({ accepted, sent, onChange }: TermsProps) {
  const t = useText();
  return (
    <fieldset className={styles.part}>
      <legend>{t('join.terms')}</legend>
      <ul className={styles.terms}>
        <li>{t('join.terms.one')}</li>
        <li>{t('join.terms.two')}</li>
        <li>{t('join.terms.three')}</li>
      </ul>
      <Field {...(sent && !accepted ? { validationMessage: t('join.terms.missing') } : {})}>
        <Checkbox
          checked={accepted}
          label={t('join.terms.accept')}
          onChange={(_, data) => onChange(data.checked === true)}
        />
      </Field>
    </fieldset>
  );
}
