import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import { SourceText } from '../../components/SourceText.tsx';
import { useWarningTexts } from '../../components/warnings/use-warning-texts.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './CompetencyPage.module.css';

/** Where the rules come from; remarks of the evaluation stand here, quietly. */
export function CatalogueNote({ detail }: { detail: CompetencyDetail }) {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const warnings = useWarningTexts()(detail.warnings).map(({ text }) => text);
  const since = detail.options[0]?.levels[0]?.inForceFrom;
  const lines = [
    ...(since === undefined ? [] : [t('competency.catalogue.since', { day: dates.day(since) })]),
    t('competency.catalogue.version', { version: detail.catalogueVersion }),
    ...warnings,
    ...detail.notes.map(local),
  ];
  return (
    <details className={styles.catalogue}>
      <summary>{t('competency.catalogue')}</summary>
      <ul>
        <li>
          <SourceText source={detail.source.text} />
        </li>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
