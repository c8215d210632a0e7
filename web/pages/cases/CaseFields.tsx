import {
  Button,
  Dropdown,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Option,
  Spinner,
  Textarea,
} from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { CASE_TEXT_LENGTH, type Case, type CaseForm, type CaseKind } from '../../../src/contract/cases.ts';
import { CASES, caseFormQuery } from '../../api/cases.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { DiagnosisLink } from '../../components/diagnosis/DiagnosisLink.tsx';
import { useCaseObstacle } from '../../components/diagnosis/use-case-obstacle.ts';
import { Failure } from '../../components/Failure.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { OutsideLink } from '../../components/OutsideLink.tsx';
import { PersonSearch } from '../../components/PersonSearch.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useSettled } from '../../components/use-settled.ts';
import { isDay } from '../../messages/use-dates.ts';
import { type Translate, useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './Cases.module.css';
import { knownWords } from './case-words.ts';

const SHORTEST = 10;
const OTHER = 'other';

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

interface Named {
  /** Whom it is about, where the page was opened for somebody. */
  readonly userId: string | undefined;
  /** The skill, or the other account of accounts to be merged. */
  readonly what: string;
  readonly achievedOn: string;
  /** Where it was earned, where the page was opened for a known record. */
  readonly source: string | undefined;
}

function sourceToBegin({ recognisedSources }: CaseForm, named: string | undefined): string {
  const found = recognisedSources.find(({ id }) => named === undefined || id === named);
  return found?.id ?? OTHER;
}

interface CaseFieldsProps {
  readonly kind: CaseKind;
  readonly form: CaseForm;
  readonly named: Named;
}

/** Why it cannot be opened now, from when on, and where to see what was checked. */
function Obstacle({ text, userId, skill }: { text: string; userId: string; skill: string }) {
  const t = useText();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {text}{' '}
        <DiagnosisLink userId={userId} {...(skill === '' ? {} : { skill })} className={table.link}>
          {t('diagnosis.open')}
        </DiagnosisLink>
      </MessageBarBody>
    </MessageBar>
  );
}

const MESSAGE_LABELS = {
  'missing-skill': 'cases.form.message',
  merge: 'cases.form.message.merge',
  dispute: 'cases.form.message.dispute',
} as const;

/** Which skill is meant by what was typed; `known` is undefined until that is checked. */
function skillHint(t: Translate, typed: string, known: CaseForm['knownSkill'] | undefined): string {
  if (typed === '' || known === undefined) return t('cases.form.skillHint');
  return known === null
    ? t('cases.form.unknownSkill')
    : t('cases.form.knownSkill', { skill: knownWords(known) });
}

/** What a case is about, in the fields of its kind; it is sent when it would help now. */
export function CaseFields({ kind, form, named }: CaseFieldsProps) {
  const t = useText();
  const local = useLocalText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const session = useSession();
  const partnerId = usePartnerId();
  const mayOpen = session.can('cases');
  const [person, setPerson] = useState({ userId: named.userId ?? '', name: '' });
  const [what, setWhat] = useState(named.what);
  const [achievedOn, setAchievedOn] = useState(named.achievedOn);
  const [source, setSource] = useState(() => sourceToBegin(form, named.source));
  const [message, setMessage] = useState('');
  const [sent, setSent] = useState(false);
  const merge = kind === 'merge';
  const missing = kind === 'missing-skill';
  const day = missing && isDay(achievedOn) ? achievedOn : undefined;
  const about = mayOpen ? person.userId : session.me.userId;
  const typed = useSettled(what.trim());
  const checked = useQuery({
    ...caseFormQuery(partnerId, {
      kind,
      ...(about === '' ? {} : { userId: about }),
      ...(merge ? {} : { source, ...(typed === '' ? {} : { skill: typed }) }),
      ...(missing && typed !== '' ? { achievedOn: day } : {}),
    }),
  });
  const known = checked.isPlaceholderData || what.trim() !== typed ? undefined : checked.data?.knownSkill;
  const obstacle = useCaseObstacle();
  // Without a skill a missing one is not asked about yet: what holds the person back as a whole would mislead.
  const standing = missing && typed === '' ? null : (checked.data?.standing ?? null);
  const off = standing === null ? null : obstacle(standing);
  const open = useMutation({
    mutationFn: () => {
      const body = {
        kind,
        skill: merge ? null : what,
        achievedOn: day ?? null,
        source: merge ? null : source,
        otherAccount: merge ? what : null,
        message,
      };
      return mayOpen
        ? sendJson<Case>('POST', `/partners/${partnerId}/cases`, { ...body, userId: person.userId })
        : sendJson<null>('POST', '/me/case-requests', body);
    },
    // What has changed since the page was opened is asked for anew.
    onError: () => client.invalidateQueries({ queryKey: CASES }),
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
    if (complete && off === null && !open.isPending) open.mutate();
  };
  if (open.isSuccess && !mayOpen) return <p role="status">{t('cases.form.asked')}</p>;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {open.isError && (
        <Failure>{t('cases.form.failed', { code: problemCode(open.error) ?? 'page-error' })}</Failure>
      )}
      {mayOpen && named.userId === undefined && (
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
      {mayOpen && named.userId !== undefined && checked.data?.person != null && (
        <p>{t('cases.form.chosen', { name: checked.data.person.name })}</p>
      )}
      <NeededField
        label={t(merge ? 'cases.form.account' : 'cases.form.skill')}
        {...(merge ? {} : { hint: skillHint(t, typed, known) })}
        value={what}
        sent={sent}
      >
        <Input value={what} maxLength={200} onChange={(_, { value }) => setWhat(value)} />
      </NeededField>
      {missing && (
        <Field label={t('diagnosis.skill.on')} hint={t('cases.form.achievedHint')}>
          <Input
            type="date"
            value={achievedOn}
            max={session.me.today}
            onChange={(_, { value }) => setAchievedOn(value)}
          />
        </Field>
      )}
      {!merge && <SourceField form={form} source={source} onChange={setSource} />}
      <NeededField
        label={t(MESSAGE_LABELS[kind])}
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
      <div role="status">
        {off !== null && <Obstacle text={off} userId={about} skill={missing ? typed : ''} />}
      </div>
      {checked.data != null && checked.data.contact !== null && (
        <p className={styles.quiet}>
          {t('cases.form.outside')}{' '}
          <OutsideLink url={checked.data.contact.url} label={local(checked.data.contact.label)} />
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={open.isPending || off !== null}
          icon={open.isPending ? <Spinner size="extra-tiny" /> : null}
        >
          {t(mayOpen ? 'cases.form.open' : 'cases.form.ask')}
        </Button>
      </div>
    </form>
  );
}
