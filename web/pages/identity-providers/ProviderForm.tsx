import { Button, Checkbox, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Failure } from '../../components/Failure.tsx';
import { useSession } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import styles from './IdentityProviders.module.css';
import { type DraftField, type ProviderDraft, providerDraftProblems } from './provider-draft.ts';
import type { ProviderAct } from './use-provider-act.ts';

interface ProviderFormProps {
  readonly title: string;
  readonly before: ProviderDraft;
  readonly isNew: boolean;
  readonly act: ProviderAct<ProviderDraft>;
  readonly onClose: () => void;
}

/** Everything that is said about a provider; who issues its tokens, and to which application, is said once. */
export function ProviderForm({ title, before, isNew, act, onClose }: ProviderFormProps) {
  const t = useText();
  const { can } = useSession();
  const [draft, setDraft] = useState(before);
  const [sent, setSent] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => heading.current?.focus(), []);
  const problems = providerDraftProblems(draft, isNew);
  const set = (change: Partial<ProviderDraft>) => setDraft({ ...draft, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (Object.keys(problems).length === 0 && !act.isPending) act.run(draft);
  };
  const text = (name: DraftField, label: MessageId, hint?: MessageId, required = true) => {
    const { text: problem, domain = '' } = (sent ? problems[name] : undefined) ?? {};
    return (
      <Field
        label={t(label)}
        required={required}
        {...(hint === undefined ? {} : { hint: t(hint) })}
        {...(problem === undefined ? {} : { validationMessage: t(problem, { domain }) })}
      >
        <Input
          autoComplete="off"
          spellCheck={false}
          value={draft[name]}
          onChange={(_, data) => set({ [name]: data.value })}
        />
      </Field>
    );
  };
  const own = draft.kind === 'own';
  return (
    <form className={`${card.card} ${styles.card}`} onSubmit={submit} noValidate aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {isNew && can('manage-directories') && (
        <Field label={t('idp.kind')}>
          <RadioGroup
            value={draft.kind}
            onChange={(_, data) => set({ kind: data.value === 'own' ? 'own' : 'directory' })}
          >
            <Radio value="own" label={t('idp.kind.own')} />
            <Radio value="directory" label={t('idp.kind.directory')} />
          </RadioGroup>
        </Field>
      )}
      {text('name', 'idp.name')}
      {isNew && own && text('issuer', 'idp.issuer', 'idp.issuer.hint')}
      {isNew && text('directoryTenant', 'idp.directory', own ? 'idp.directory.hint' : undefined, !own)}
      {own && (
        <div className={styles.pair}>
          {isNew && text('clientId', 'idp.clientId')}
          <Field
            label={t('idp.clientSecret')}
            hint={t(isNew ? 'idp.clientSecret.hint' : 'idp.clientSecret.keep')}
          >
            <Input
              type="password"
              autoComplete="new-password"
              value={draft.clientSecret}
              onChange={(_, data) => set({ clientSecret: data.value })}
            />
          </Field>
        </div>
      )}
      {text('domains', 'idp.domains', 'idp.domains.hint', false)}
      <div>
        <Checkbox
          label={t('idp.jit')}
          checked={draft.justInTime}
          onChange={(_, data) => set({ justInTime: data.checked === true })}
        />
        <p className={styles.hint}>{t('idp.jit.hint')}</p>
      </div>
      {act.failure !== null && <Failure>{act.failure}</Failure>}
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabledFocusable={act.isPending}>
          {t(isNew ? 'idp.add.submit' : 'idp.save')}
        </Button>
        <Button onClick={onClose}>{t('security.cancel')}</Button>
      </div>
      {act.dialog}
    </form>
  );
}
