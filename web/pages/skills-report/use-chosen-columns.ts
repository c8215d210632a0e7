import type { SkillsReportColumn } from '../../../src/contract/skills-report.ts';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { COLUMN_IDS } from './report-columns.tsx';

const STORED = 'jalon.report.columns';

function parse(text: string | null | undefined): SkillsReportColumn[] | null {
  const names = (text ?? '').split(',');
  const known = COLUMN_IDS.filter((id) => names.includes(id));
  return known.length === 0 ? null : known;
}

/** The columns of the address, else those chosen last on this device, else all that concern the company. */
export function useChosenColumns() {
  const [url, patch] = useUrlState();
  const native = useSession().partner?.origin === 'native';
  const usual = native ? COLUMN_IDS.filter((id) => id !== 'associatedInPmc') : COLUMN_IDS;
  const chosen = parse(url.columns) ?? parse(localStorage.getItem(STORED)) ?? usual;
  const choose = (columns: readonly SkillsReportColumn[]) => {
    const all = columns.length === COLUMN_IDS.length;
    if (all) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, columns.join(','));
    patch({ columns: all ? undefined : columns.join(',') });
  };
  return { chosen, choose };
}
