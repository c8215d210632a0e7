import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import { SourceText } from '../../components/SourceText.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './CompetencyPage.module.css';

type Warning = CompetencyDetail['warnings'][number];

/** Remarks of the evaluation in words, each kind once however many records it is about. */
function useWarningLines(detail: CompetencyDetail): string[] {
  const t = useText();
  const dates = useDates();
  const kinds = new Map<string, Warning[]>();
  for (const warning of detail.warnings) {
    kinds.set(warning.code, [...(kinds.get(warning.code) ?? []), warning]);
  }
  return [...kinds].map(([code, [first, ...others]]) => {
    if (code === 'outside-documented-era' && typeof first?.until === 'string') {
      return t('competency.catalogue.era', { day: dates.day(first.until) });
    }
    if (code === 'rules-not-public' && typeof first?.until === 'string') {
      return t('competency.catalogue.rulesNotPublic', { day: dates.day(first.until) });
    }
    if (code === 'base-taken-as-there') return t('competency.catalogue.base');
    if (code === 'before-first-rules' && typeof first?.from === 'string') {
      return t('competency.catalogue.beforeRules', { day: dates.day(first.from) });
    }
    if (code === 'unknown-skill')
      return t('competency.catalogue.unknownSkills', { count: others.length + 1 });
    return t('competency.catalogue.warning', { code });
  });
}

/** Where the rules come from; remarks of the evaluation stand here, quietly. */
export function CatalogueNote({ detail }: { detail: CompetencyDetail }) {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const warnings = useWarningLines(detail);
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
