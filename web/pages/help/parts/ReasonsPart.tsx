import { ArrowRightRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import { REASON_TEXTS } from '../../../../src/contract/messages/reason-texts.ts';
import { useSession } from '../../../components/session.tsx';
import { useReasonName, useReasonText } from '../../../explanation/use-reason-text.ts';
import { REASON_ADVICE } from '../../../help/reason-advice.ts';
import { useLocalText, useText } from '../../../messages/use-text.ts';
import { PATHS } from '../../../paths.ts';
import table from '../../../ui/Table.module.css';
import styles from './HelpParts.module.css';

type Code = keyof typeof REASON_ADVICE;

const CODES = Object.keys(REASON_TEXTS.fr) as Code[];

/** Invented values, so that the sentence reads as it does in the report. */
const EXAMPLE = {
  on: '2018-03-31',
  at: '2018-03-31',
  countsUntil: '2019-03-31',
  account: '991234567',
  into: '997654321',
  source: 'openedx',
  competency: 'data-platform',
  level: 'gold',
  atMost: 1,
};

/** Every reason: its name, the sentence of the report with an example, and what to do. */
export function ReasonsPart() {
  const t = useText();
  const local = useLocalText();
  const name = useReasonName();
  const sentence = useReasonText();
  const mayReport = useSession().can('skills-report');
  return (
    <dl className={styles.entries}>
      {CODES.map((code) => (
        <div key={code} id={`reason-${code}`} tabIndex={-1}>
          <dt>
            {name(code)}
            {mayReport && (
              <Link
                to={PATHS.skillsReport}
                search={(before) => ({ ...before, reason: code })}
                className={`${table.link} ${styles.aside} no-print`}
              >
                {t('help.reason.rows')}
                <span className="visually-hidden"> ({name(code)})</span>
              </Link>
            )}
          </dt>
          <dd className={styles.quote}>
            <span className="visually-hidden">{t('help.reason.shown')} </span>
            {sentence({ code, params: EXAMPLE })}
          </dd>
          <dd className={styles.advice}>
            <ArrowRightRegular />
            {local(REASON_ADVICE[code])}
          </dd>
        </div>
      ))}
    </dl>
  );
}
