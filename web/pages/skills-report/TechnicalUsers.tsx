import { Button } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { SkillsReport } from '../../../src/contract/skills-report.ts';
import { DiagnosisLink } from '../../components/diagnosis/DiagnosisLink.tsx';
import { RemindButton } from '../../components/reminders/RemindButton.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './SkillsReport.module.css';

const CAUSES: Readonly<Record<string, MessageId>> = {
  'not-associated': 'report.technical.notAssociated',
  'no-relevant-skill': 'report.technical.noRelevantSkill',
  'no-records': 'report.technical.noRecords',
};

/** How many of the technical users appear, and why the others do not. */
export function TechnicalUsers({ report }: { report: SkillsReport }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { total, present, missing } = report.technicalUsers;
  if (total === 0) return null;
  return (
    <div className={styles.technical}>
      <span>{t('report.technical', { present, total })}</span>
      {missing.length > 0 && (
        <Button
          size="small"
          appearance="transparent"
          aria-expanded={open}
          icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          iconPosition="after"
          onClick={() => setOpen(!open)}
        >
          {t('report.technical.missing', { count: missing.length })}
        </Button>
      )}
      {open && (
        <ul>
          {missing.map((one) => (
            <li key={one.userId}>
              <DiagnosisLink userId={one.userId} className={table.link}>
                {one.displayName}
              </DiagnosisLink>{' '}
              <span>{t(CAUSES[one.cause] ?? 'report.technical.noRecords')}</span>{' '}
              {one.cause === 'not-associated' && (
                <RemindButton
                  label={t('remind.ask')}
                  count={1}
                  people={async () => [one.userId]}
                  size="small"
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
