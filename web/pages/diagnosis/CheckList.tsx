import {
  CheckmarkCircleRegular,
  ClockRegular,
  ErrorCircleRegular,
  EyeOffRegular,
  InfoRegular,
} from '@fluentui/react-icons';
import type { ComponentType } from 'react';
import type { Diagnosis } from '../../../src/contract/diagnosis.ts';
import { Findings } from '../../components/diagnosis/Findings.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Diagnosis.module.css';

type CheckView = Diagnosis['checks'][number];

const NAMES: Readonly<Record<CheckView['check'], MessageId>> = {
  'user-account': 'diagnosis.check.userAccount',
  associated: 'diagnosis.check.associated',
  elsewhere: 'diagnosis.check.elsewhere',
  'other-account': 'diagnosis.check.otherAccount',
  email: 'diagnosis.check.email',
  delay: 'diagnosis.check.delay',
  named: 'diagnosis.check.named',
  recognised: 'diagnosis.check.recognised',
  valid: 'diagnosis.check.valid',
  used: 'diagnosis.check.used',
};

interface StateLook {
  readonly text: MessageId;
  readonly Icon: ComponentType<{ fontSize?: number; 'aria-hidden'?: true }>;
  readonly className: string | undefined;
}

const STATES: Readonly<Record<CheckView['state'], StateLook>> = {
  clear: { text: 'diagnosis.state.clear', Icon: CheckmarkCircleRegular, className: styles.clear },
  note: { text: 'diagnosis.state.note', Icon: InfoRegular, className: undefined },
  waiting: { text: 'diagnosis.state.waiting', Icon: ClockRegular, className: undefined },
  found: { text: 'diagnosis.state.found', Icon: ErrorCircleRegular, className: styles.found },
  hidden: { text: 'diagnosis.state.hidden', Icon: EyeOffRegular, className: undefined },
};

function Check({ check, diagnosis }: { check: CheckView; diagnosis: Diagnosis }) {
  const t = useText();
  const { text, Icon, className } = STATES[check.state];
  return (
    <li className={styles.check}>
      <div className={`${styles.checkHead} ${className ?? ''}`}>
        <Icon fontSize={20} aria-hidden />
        <h3>{t(NAMES[check.check])}</h3>
        <span className={styles.state}>{t(text)}</span>
      </div>
      <div className={styles.under}>
        {check.state === 'hidden' && <p className={styles.quiet}>{t('diagnosis.hidden')}</p>}
        {check.findings.length > 0 && <Findings findings={check.findings} diagnosis={diagnosis} />}
      </div>
    </li>
  );
}

/** Every check in its order, with what it found: what is in order stands there too. */
export function CheckList({ diagnosis }: { diagnosis: Diagnosis }) {
  const t = useText();
  return (
    <section className={styles.card}>
      <h2>{t('diagnosis.list')}</h2>
      <ul className={styles.checks}>
        {diagnosis.checks.map((check) => (
          <Check key={check.check} check={check} diagnosis={diagnosis} />
        ))}
      </ul>
    </section>
  );
}
