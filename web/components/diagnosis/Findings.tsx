import type { Diagnosis, DiagnosisFinding } from '../../../src/contract/diagnosis.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Diagnosis.module.css';
import { FindingStep } from './FindingStep.tsx';
import { useCauseText } from './use-cause-text.ts';

const MENDERS: Readonly<Record<DiagnosisFinding['mender'], MessageId>> = {
  person: 'diagnosis.mender.person',
  administrator: 'diagnosis.mender.administrator',
  support: 'diagnosis.mender.support',
  source: 'diagnosis.mender.source',
  nobody: 'diagnosis.mender.nobody',
};

interface FindingsProps {
  readonly findings: readonly DiagnosisFinding[];
  readonly diagnosis: Pick<Diagnosis, 'own' | 'userId' | 'skill' | 'case'>;
}

/** What was found, each with its evidence, who can mend it and what does. */
export function Findings({ findings, diagnosis }: FindingsProps) {
  const t = useText();
  const causeText = useCauseText();
  const mender = ({ mender: who }: DiagnosisFinding) =>
    t(who === 'person' && diagnosis.own ? 'diagnosis.mender.you' : MENDERS[who]);
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <li
          key={`${finding.cause} ${finding.record?.recordId ?? JSON.stringify(finding.evidence)}`}
          className={styles.finding}
        >
          {finding.record !== null && <strong>{finding.record.title}</strong>}
          <p>{causeText(finding)}</p>
          <span className={styles.mender}>{mender(finding)}</span>
          <FindingStep finding={finding} diagnosis={diagnosis} />
        </li>
      ))}
    </ul>
  );
}
