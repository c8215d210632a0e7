import { Button, Dropdown, Field, Input, Option, Spinner, Textarea } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import {
  CASE_KINDS,
  CASE_TEXT_LENGTH,
  type Case,
  type CaseForm,
  type CaseKind,
} from '../../../src/contract/cases.ts';
import { CASES, caseFormQuery } from '../../api/cases.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { PersonSearch } from '../../components/PersonSearch.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import styles from './Cases.module.css';
import { KINDS, PROOFS } from './case-words.ts';
import { ProofExample } from './ProofExample.tsx';

const SHORTEST = 10;
const OTHER = 'other';

/** What goes along, what to have at hand, and what it looks like. */
function WhatToShow({ form }: { form: CaseForm }) {
  const t = useText();
  return (
    <section className={card.card}>
      <h2>{t('cases.form.proofs')}</h2>
      <p>{t('cases.form.packed')}</p>
      <div className={styles.proofs}>
        {form.proofs.map((kind) => (
          <ProofExample key={kind} kind={kind} />
        ))}
      </div>
    </section>
  );
}

interface SourceFieldProps {
  readonly form: CaseForm;
  readonly source: string;
  readonly onChange: (source: string) => void;
}

/** Where the skill was earned; what no programme recognises is said at once. */
function SourceField({ form, source, onChange }: SourceFieldProps) {
  const t = useText();
  const local = useLocalText();
  const known = form.recognisedSources.find(({ id }) => id === source);
  return (
    <Field
      label={t('cases.form.source')}
      {...(source === OTHER
        ? { validationState: 'warning' as const, validationMessage: t('cases.form.unrecognised') }
        : {})}
    >
      <Dropdown
        value={known === undefined ? t('cases.form.other') : local(known.name)}
        selectedOptions={[source]}
        onOptionSelect={(_, { optionValue }) => onChange(optionValue ?? source)}
      >
        {form.recognisedSources.map(({ id, name }) => (
          <Option key={id} value={id} text={local(name)}>
            {local(name)}
          </Option>
        ))}
        <Option value={OTHER} text={t('cases.form.other')}>
          {t('cases.form.other')}
        </Option>
      </Dropdown>
    </Field>
  );
}

interface CaseFieldsProps {
  readonly kind: CaseKind;
  readonly form: CaseForm;
  /** Whom it is about, where the page was opened for somebody. */
  readonly userId: string | undefined;
  readonly skill: string;
}

function CaseFields({ kind, form, userId, skill: named }: CaseFieldsProps) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const session = useSession();
  const partnerId = usePartnerId();
  const mayOpen = session.can('cases');
  const [person, setPerson] = useState({ userId: userId ?? '', name: '' });
  const [what, setWhat] = useState(named);
  const [source, setSource] = useState(form.recognisedSources[0]?.id ?? OTHER);
  const [message, setMessage] = useState('');
  const [sent, setSent] = useState(false);
  const merge = kind === 'merge';
  const open = useMutation({
    mutationFn: () => {
      const body = {
        kind,
        skill: merge ? null : what,
        source: merge ? null : source,
        otherAccount: merge ? what : null,
        message,
      };
      return mayOpen
        ? sendJson<Case>('POST', `/partners/${partnerId}/cases`, { ...body, userId: person.userId })
        : sendJson<null>('POST', '/me/case-requests', body);
    },
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: CASES });
      if (made !== null && made !== undefined && 'caseId' in made) {
        await navigate({ to: PATHS.case, params: { caseId: made.caseId } });
      }
    },
  });
  const complete =
    (!mayOpen || person.userId !== '') && what.trim() !== '' && message.trim().length >= SHORTEST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (complete && !open.isPending) open.mutate();
  };
  if (open.isSuccess && !mayOpen) return <p role="status">{t('cases.form.asked')}</p>;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {open.isError && (
        <Failure>{t('cases.form.failed', { code: problemCode(open.error) ?? 'page-error' })}</Failure>
      )}
      {mayOpen && userId === undefined && (
        <>
          <PersonSearch
            label={t('cases.form.person')}
            chosen={[]}
            onChoose={(id, name) => setPerson({ userId: id, name })}
          />
          <p role="status" className={person.userId === '' && sent ? styles.late : styles.quiet}>
            {person.userId === '' ? t('cases.form.nobody') : t('cases.form.chosen', { name: person.name })}
          </p>
        </>
      )}
      <NeededField label={t(merge ? 'cases.form.account' : 'cases.form.skill')} value={what} sent={sent}>
        <Input value={what} maxLength={200} onChange={(_, { value }) => setWhat(value)} />
      </NeededField>
      {!merge && <SourceField form={form} source={source} onChange={setSource} />}
      <NeededField
        label={t('cases.form.message')}
        hint={t('cases.form.messageHint')}
        value={message}
        problem={message.trim().length < SHORTEST ? t('cases.form.messageShort') : null}
        sent={sent}
      >
        <Textarea
          value={message}
          rows={5}
          maxLength={CASE_TEXT_LENGTH}
          onChange={(_, { value }) => setMessage(value)}
        />
      </NeededField>
      <div className={styles.buttons}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={open.isPending}
          icon={open.isPending ? <Spinner size="extra-tiny" /> : null}
        >
          {t(mayOpen ? 'cases.form.open' : 'cases.form.ask')}
        </Button>
      </div>
    </form>
  );
}

/** Opens a case with support, or asks an administrator to. */
export function NewCasePage() {
  const t = useText();
  const session = useSession();
  const partnerId = usePartnerId();
  const [{ kind: asked, userId, skill }, patch] = useUrlState();
  const kind = CASE_KINDS.find((each) => each === asked) ?? 'missing-skill';
  const query = useQuery(caseFormQuery(partnerId, kind));
  const mayOpen = session.can('cases');
  return (
    <PageFrame
      page="new-case"
      title={t(mayOpen ? 'cases.new' : 'cases.ask')}
      crumbs={mayOpen ? [{ to: PATHS.cases, label: t('cases.title') }] : []}
      lead={t(mayOpen ? 'cases.new.lead' : 'cases.ask.lead')}
    >
      <div className={styles.layout}>
        <section className={card.card}>
          <Field label={t('cases.form.kind')}>
            <Dropdown
              value={t(KINDS[kind])}
              selectedOptions={[kind]}
              onOptionSelect={(_, { optionValue }) => patch({ kind: optionValue })}
            >
              {CASE_KINDS.map((each) => (
                <Option key={each} value={each} text={t(KINDS[each])}>
                  {t(KINDS[each])}
                </Option>
              ))}
            </Dropdown>
          </Field>
          <QueryView query={query} skeleton={<Bones count={3} height={64} />}>
            {(form) => <CaseFields key={kind} kind={kind} form={form} userId={userId} skill={skill ?? ''} />}
          </QueryView>
        </section>
        {query.data !== undefined && <WhatToShow form={query.data} />}
        <p className={styles.quiet}>
          {t('cases.form.later', {
            proofs: [t(PROOFS.transcript), t(PROOFS['course-certificate'])].join(', '),
          })}
        </p>
      </div>
    </PageFrame>
  );
}
