import { Link } from '@tanstack/react-router';
import type { CaseKind } from '../../../src/contract/cases.ts';
import type { Diagnosis, DiagnosisFinding } from '../../../src/contract/diagnosis.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { OutsideLink } from '../OutsideLink.tsx';
import { RemindButton } from '../reminders/RemindButton.tsx';
import { useSession } from '../session.tsx';
import styles from './Diagnosis.module.css';

interface FindingStepProps {
  readonly finding: DiagnosisFinding;
  readonly diagnosis: Pick<Diagnosis, 'own' | 'userId' | 'skill' | 'case'>;
}

/** What of a skill id stands in texts that are searched. */
function codeOf(skillId: string): string {
  return skillId.slice(skillId.indexOf(':') + 1);
}

function Associate({ finding, diagnosis }: FindingStepProps) {
  const t = useText();
  const { provider } = finding.evidence;
  if (!diagnosis.own) {
    return (
      <RemindButton
        label={t('diagnosis.step.askToAssociate')}
        count={1}
        people={async () => [diagnosis.userId]}
        size="small"
      />
    );
  }
  return (
    <Link
      to={PATHS.associate}
      search={typeof provider === 'string' ? { for: provider } : {}}
      className={styles.action}
    >
      {t('diagnosis.step.associate')}
    </Link>
  );
}

function OpenUser({ diagnosis }: Pick<FindingStepProps, 'diagnosis'>) {
  const t = useText();
  if (!useSession().can('users')) return null;
  return (
    <Link to={PATHS.users} search={{ user: diagnosis.userId }} className={styles.action}>
      {t('diagnosis.step.openUser')}
    </Link>
  );
}

function Requirements({ finding }: Pick<FindingStepProps, 'finding'>) {
  const t = useText();
  const skill = finding.record?.skillId ?? finding.evidence.skill;
  return (
    <Link
      to={PATHS.requirements}
      search={typeof skill === 'string' && skill.includes(':') ? { search: codeOf(skill) } : {}}
      className={styles.action}
    >
      {t('diagnosis.step.requirements')}
    </Link>
  );
}

function PlanTraining({ finding }: Pick<FindingStepProps, 'finding'>) {
  const t = useText();
  if (!useSession().can('make-plans')) return <Requirements finding={finding} />;
  return (
    <Link to={PATHS.planner} className={styles.action}>
      {t('diagnosis.step.plan')}
    </Link>
  );
}

function SeeRecord({ finding, diagnosis }: FindingStepProps) {
  const t = useText();
  const { can } = useSession();
  if (diagnosis.own || !can('skills-report')) return null;
  const skill = finding.record?.skillId;
  return (
    <Link
      to={PATHS.skillsReport}
      search={{ user: diagnosis.userId, ...(skill === undefined ? {} : { skill }) }}
      className={styles.action}
    >
      {t('diagnosis.step.record')}
    </Link>
  );
}

interface TurnToSupportProps {
  readonly diagnosis: FindingStepProps['diagnosis'];
  readonly asked: {
    readonly kind: CaseKind;
    readonly skill?: string;
    readonly account?: string;
  };
}

/** To the case that support looks into, to the merge for whoever makes it, or to asking for a case. */
function TurnToSupport({ diagnosis, asked }: TurnToSupportProps) {
  const t = useText();
  const { can } = useSession();
  if (asked.kind === 'merge' && can('merge-accounts')) {
    return (
      <Link to={PATHS.accountMerges} className={styles.action}>
        {t('diagnosis.step.merges')}
      </Link>
    );
  }
  const { allowed } = diagnosis.case;
  // Of accounts to be merged, the page of the case says itself when it has to wait.
  if (asked.kind === 'missing-skill' && !allowed) return null;
  if (!can('cases') && !diagnosis.own) return null;
  const named = diagnosis.skill === null ? {} : { skill: diagnosis.skill.title };
  return (
    <Link
      to={PATHS.newCase}
      search={{ ...named, ...asked, userId: diagnosis.userId }}
      className={styles.action}
    >
      {t(can('cases') ? 'cases.new' : 'cases.ask')}
    </Link>
  );
}

function Step(props: FindingStepProps) {
  const t = useText();
  const { finding, diagnosis } = props;
  const { can } = useSession();
  switch (finding.step) {
    case 'associate':
      return <Associate {...props} />;
    case 'change-account':
      return diagnosis.own ? (
        <Link to={PATHS.profile} className={styles.action}>
          {t('diagnosis.step.changeAccount')}
        </Link>
      ) : null;
    case 'enable-account':
    case 'correct-dates':
    case 'check-email':
      return <OpenUser diagnosis={diagnosis} />;
    case 'import-with-account':
      return can('import-skills') ? (
        <Link to={PATHS.imports} className={styles.action}>
          {t('diagnosis.step.import')}
        </Link>
      ) : null;
    case 'see-requirements':
      return <Requirements finding={finding} />;
    case 'renew':
    case 'plan-training':
      return <PlanTraining finding={finding} />;
    case 'see-record':
      return <SeeRecord {...props} />;
    case 'share-transcript':
      return diagnosis.own ? (
        <Link to={PATHS.associate} className={styles.action}>
          {t('diagnosis.step.transcript')}
        </Link>
      ) : null;
    case 'open-case':
      return <TurnToSupport diagnosis={diagnosis} asked={{ kind: 'missing-skill' }} />;
    case 'ask-source':
      // A source that has taken a record back by mistake can be asked through support.
      return (
        <TurnToSupport
          diagnosis={diagnosis}
          asked={{
            kind: 'missing-skill',
            ...(finding.record === null ? {} : { skill: finding.record.title }),
          }}
        />
      );
    case 'merge-accounts':
      return (
        <TurnToSupport
          diagnosis={diagnosis}
          asked={{ kind: 'merge', account: String(finding.evidence.account ?? '') }}
        />
      );
    default:
      return null;
  }
}

function useHint({ step, evidence }: DiagnosisFinding): string | null {
  const t = useText();
  switch (step) {
    case 'merge-accounts':
      return t('diagnosis.hint.merge', {
        account: String(evidence.account ?? ''),
        beside: String(evidence.beside ?? ''),
      });
    case 'change-account':
      return t('diagnosis.hint.changeAccount', {
        account: String(evidence.account ?? ''),
        into: String(evidence.into ?? ''),
      });
    case 'import-with-account':
      return t('diagnosis.hint.import');
    case 'wait':
      return t('diagnosis.hint.wait');
    case 'renew':
      return t('diagnosis.hint.renew');
    case 'open-case':
      return t('diagnosis.hint.openCase');
    default:
      return null;
  }
}

/** What mends a finding: the page or the act that does it here, and whom to turn to outside. */
export function FindingStep({ finding, diagnosis }: FindingStepProps) {
  const local = useLocalText();
  const hint = useHint(finding);
  const { contact } = finding;
  return (
    <>
      {hint !== null && <p className={styles.hint}>{hint}</p>}
      <div className={styles.actions}>
        <Step finding={finding} diagnosis={diagnosis} />
        {contact !== null && <OutsideLink url={contact.url} label={local(contact.label)} />}
      </div>
    </>
  );
}
