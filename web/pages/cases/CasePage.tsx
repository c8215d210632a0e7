import { Button } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Case } from '../../../src/contract/cases.ts';
import { CASES, casePath, caseQuery } from '../../api/cases.ts';
import { getFile, saveFile, sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { DiagnosisLink } from '../../components/diagnosis/DiagnosisLink.tsx';
import { Failure } from '../../components/Failure.tsx';
import { OutsideLink } from '../../components/OutsideLink.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import { AddProof } from './AddProof.tsx';
import { CaseActs } from './CaseActs.tsx';
import styles from './Cases.module.css';
import { KINDS, PROOFS, skillWords, stateWords } from './case-words.ts';

/** Leads to what the checks say of the person now; who may see users reads it. */
function PersonName({ one: { person } }: { one: Case }) {
  if (!useSession().can('users')) return person.name;
  return (
    <DiagnosisLink userId={person.userId} className={table.link}>
      {person.name}
    </DiagnosisLink>
  );
}

function Facts({ one }: { one: Case }) {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const { kind, partnerName, person, skill, achievedOn, otherAccount, dueOn, overdue, openedAt, contact } =
    one;
  return (
    <section className={card.card}>
      <dl className={styles.facts}>
        <dt>{t('cases.about')}</dt>
        <dd>{t(KINDS[kind])}</dd>
        <dt>{t('cases.company')}</dt>
        <dd>{partnerName}</dd>
        <dt>{t('cases.person')}</dt>
        <dd>{person.name === '' ? t('cases.person.erased') : <PersonName one={one} />}</dd>
        {skill !== null && (
          <>
            <dt>{t('cases.form.skill')}</dt>
            <dd>{skillWords(one)}</dd>
          </>
        )}
        {achievedOn !== null && (
          <>
            <dt>{t('cases.achievedOn')}</dt>
            <dd>{dates.day(achievedOn)}</dd>
          </>
        )}
        {otherAccount !== null && (
          <>
            <dt>{t('cases.form.account')}</dt>
            <dd>{otherAccount}</dd>
          </>
        )}
        <dt>{t('cases.state')}</dt>
        <dd>{t(stateWords(one))}</dd>
        <dt>{t('cases.opened')}</dt>
        <dd>{dates.instant(openedAt)}</dd>
        {dueOn !== null && (
          <>
            <dt>{t('cases.due')}</dt>
            <dd className={overdue ? styles.late : undefined}>
              {t(overdue ? 'cases.due.late' : 'cases.due.by', { day: dates.day(dueOn) })}
            </dd>
          </>
        )}
        {contact !== null && (
          <>
            <dt>{t('cases.contact')}</dt>
            <dd>
              <OutsideLink url={contact.url} label={local(contact.label)} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Files({ one }: { one: Case }) {
  const t = useText();
  const read = useMutation({
    mutationFn: async (fileId: string) =>
      saveFile(await getFile(`${casePath(one.partnerId, one.caseId)}/files/${fileId}`, {})),
  });
  return (
    <section className={card.card}>
      <h2>{t('cases.files')}</h2>
      {read.isError && (
        <Failure>{t('cases.file.unread', { code: problemCode(read.error) ?? 'page-error' })}</Failure>
      )}
      {one.files.length === 0 && <p>{t('cases.files.none')}</p>}
      <ul className={styles.files}>
        {one.files.map(({ fileId, kind, fileName, assembled, readable }) => (
          <li key={fileId} className={styles.file}>
            <span>
              {t(PROOFS[kind])}{' '}
              <span className={styles.quiet}>
                {fileName}
                {assembled && ` (${t('cases.file.assembled')})`}
              </span>
            </span>
            {readable ? (
              <Button
                size="small"
                aria-label={t('cases.file.read.of', { file: fileName })}
                onClick={() => read.mutate(fileId)}
              >
                {t('cases.file.read')}
              </Button>
            ) : (
              <span className={styles.quiet}>{t('cases.file.closed')}</span>
            )}
          </li>
        ))}
      </ul>
      {one.state !== 'closed' && <AddProof one={one} />}
    </section>
  );
}

function Messages({ one }: { one: Case }) {
  const t = useText();
  const dates = useDates();
  return (
    <section className={card.card}>
      <h2>{t('cases.messages')}</h2>
      <ul className={styles.messages}>
        {one.messages.map(({ messageId, at, side, author, content }) => (
          <li key={messageId} className={`${styles.message} ${side === 'support' ? styles.support : ''}`}>
            <div className={styles.quiet}>
              {t(side === 'support' ? 'cases.by.support' : 'cases.by.company', {
                name: author === '' ? one.partnerName : author,
                at: dates.instant(at),
              })}
            </div>
            {content === '' ? <em>{t('cases.erased')}</em> : content}
          </li>
        ))}
      </ul>
      {one.state === 'closed' ? <p>{t('cases.closed')}</p> : <CaseActs key={one.changedAt} one={one} />}
    </section>
  );
}

/** Hands on to support what a user has asked for. */
function HandOn({ one }: { one: Case }) {
  const t = useText();
  const client = useQueryClient();
  const open = useMutation({
    mutationFn: () => sendJson<Case>('POST', `${casePath(one.partnerId, one.caseId)}/open`),
    onSettled: () => client.invalidateQueries({ queryKey: CASES }),
  });
  return (
    <section className={card.card}>
      <p>{t('cases.asked', { name: one.person.name })}</p>
      {open.isError && (
        <Failure>{t('cases.act.failed', { code: problemCode(open.error) ?? 'page-error' })}</Failure>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={open.isPending} onClick={() => open.mutate()}>
          {t('cases.asked.open')}
        </Button>
      </div>
    </section>
  );
}

/** One case: what it is about, the files that prove it, what was written. */
export function CasePage() {
  const t = useText();
  const { caseId = '' } = useParams({ strict: false });
  const query = useQuery(caseQuery(usePartnerId(), caseId));
  return (
    <PageFrame
      page="case"
      title={query.data === undefined ? t('cases.title') : t('cases.one', { number: query.data.number })}
      crumbs={[{ to: PATHS.cases, label: t('cases.title') }]}
      ability={['cases', 'handle-cases']}
    >
      <QueryView query={query} skeleton={<Bones count={6} height={56} />}>
        {(one) => (
          <div className={styles.layout}>
            <Facts one={one} />
            {one.state === 'asked' && <HandOn one={one} />}
            <Files one={one} />
            <Messages one={one} />
          </div>
        )}
      </QueryView>
    </PageFrame>
  );
}
