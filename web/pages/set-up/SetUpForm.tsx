import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import type { SetUpResponse } from '../../../src/contract/set-up.ts';
import { ProblemError, UnreachableError } from '../../api/problem-error.ts';
import { useLocale } from '../../messages/locale.tsx';
import { type Translate, useText } from '../../messages/use-text.ts';
import { countryNames } from './country-names.ts';
import styles from './SetUp.module.css';
import { type Choice, SetUpFieldView } from './SetUpFieldView.tsx';
import {
  checkSetUp,
  EMPTY_SET_UP,
  partnerIdFrom,
  refusedFields,
  SET_UP_FIELDS,
  type SetUpField,
  type SetUpProblems,
  setUpRequest,
} from './set-up-form.ts';
import { SET_UP_PARTS } from './set-up-parts.ts';
import { useSetUp } from './use-set-up.ts';

function failureText(t: Translate, error: unknown): string {
  if (error instanceof UnreachableError) return t('error.unreachable.text');
  const code = error instanceof ProblemError ? error.problem.code : 'page-error';
  if (code === 'link-not-valid' || code === 'already-set-up') return t('setUp.notValid');
  if (code === 'email-taken' || code === 'partner-id-taken' || code === 'invalid-body')
    return t('setUp.refused');
  return t('setUp.failed', { code });
}

/** The fields whose values are chosen from a list. */
function useChoices(): Partial<Record<SetUpField, readonly Choice[]>> {
  const t = useText();
  const { locale } = useLocale();
  const countries = useMemo(
    () => countryNames(locale).map(({ code, name }): Choice => [code, name]),
    [locale],
  );
  return {
    'company.country': countries,
    'company.market': [
      ['developed', t('setUp.market.developed')],
      ['developing', t('setUp.market.developing')],
    ],
  };
}

/** Asks for everything an empty installation needs: its operator, its first company and that company's admin. */
export function SetUpForm({ token, onDone }: { token: string; onDone: (made: SetUpResponse) => void }) {
  const t = useText();
  const { locale } = useLocale();
  const [values, setValues] = useState(EMPTY_SET_UP);
  const [problems, setProblems] = useState<SetUpProblems>({});
  const element = useRef<HTMLFormElement>(null);
  const setUp = useSetUp(onDone);
  const choices = useChoices();

  const change = (field: SetUpField, value: string) => {
    setProblems(({ [field]: _corrected, ...others }) => others);
    setValues((before) => {
      // The id follows the name until somebody writes another one.
      const follows = before['company.partnerId'] === partnerIdFrom(before['company.name']);
      return field === 'company.name' && follows
        ? { ...before, [field]: value, 'company.partnerId': partnerIdFrom(value) }
        : { ...before, [field]: value };
    });
  };
  const show = (found: SetUpProblems) => {
    setProblems(found);
    const first = SET_UP_FIELDS.find((field) => found[field] !== undefined);
    if (first !== undefined) element.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = checkSetUp(values);
    show(found);
    if (Object.keys(found).length > 0) return;
    setUp.mutate(setUpRequest(token, locale, values), {
      onError: (error) =>
        show(error instanceof ProblemError ? refusedFields(error.problem.errors ?? []) : {}),
    });
  };

  return (
    <form ref={element} className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.lead}>{t('setUp.lead')}</p>
      {SET_UP_PARTS.map(({ title, text, fields }) => (
        <fieldset key={title} className={styles.part}>
          <legend className={styles.partTitle}>{t(title)}</legend>
          <p className={styles.partText}>{t(text)}</p>
          <div className={styles.fields}>
            {fields.map((frame) => (
              <SetUpFieldView
                key={frame.name}
                frame={frame}
                value={values[frame.name]}
                problem={problems[frame.name]}
                choices={choices[frame.name]}
                onChange={(value) => change(frame.name, value)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {setUp.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{failureText(t, setUp.error)}</MessageBarBody>
        </MessageBar>
      )}
      <Button appearance="primary" size="large" type="submit" disabledFocusable={setUp.isPending}>
        {t(setUp.isPending ? 'setUp.working' : 'setUp.submit')}
      </Button>
    </form>
  );
}
