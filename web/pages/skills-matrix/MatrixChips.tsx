import { STANDING_LABELS } from '../../../src/contract/messages/matrix-texts.ts';
import { MATRIX_STANDINGS, type SkillsMatrix } from '../../../src/contract/skills-matrix.ts';
import { FilterChip } from '../../components/FilterChip.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import styles from './SkillsMatrix.module.css';

/** The numbers of the matrix, each a filter for the people it counts. */
export function MatrixChips({ matrix }: { matrix: SkillsMatrix }) {
  const t = useText();
  const { locale } = useLocale();
  const [url, patch] = useUrlState();
  const { counts, total } = matrix;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is not a form group.
    <div role="group" className={`${styles.chips} no-print`} aria-label={t('matrix.summary')}>
      <FilterChip
        pressed={url.standing === undefined && url.ending === undefined}
        onClick={() => patch({ standing: undefined, ending: undefined })}
      >
        {t('matrix.all', { count: total })}
      </FilterChip>
      {MATRIX_STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => (
        <FilterChip
          key={standing}
          pressed={url.standing === standing}
          onClick={() => patch({ standing: url.standing === standing ? undefined : standing })}
        >
          {t('matrix.chip', { standing: STANDING_LABELS[locale][standing], count: counts[standing] })}
        </FilterChip>
      ))}
      {counts.ending > 0 && (
        <FilterChip
          pressed={url.ending === 'yes'}
          onClick={() => patch({ ending: url.ending === 'yes' ? undefined : 'yes' })}
        >
          {t('matrix.ending', { count: counts.ending })}
        </FilterChip>
      )}
    </div>
  );
}
