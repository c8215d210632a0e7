import { useUrlState } from './url-state.ts';

interface Columns<Id extends string> {
  /** All columns of the report, in their order. */
  readonly all: readonly Id[];
  /** Those shown as long as nobody has chosen. */
  readonly usual: readonly Id[];
  /** Under which name the choice is kept on this device. */
  readonly storedAs: string;
}

/** The columns of the address, else those chosen last on this device, else the usual ones. */
export function useChosenColumns<Id extends string>({ all, usual, storedAs }: Columns<Id>) {
  const [url, patch] = useUrlState();
  const parse = (text: string | null | undefined): Id[] | null => {
    const names: readonly string[] = (text ?? '').split(',');
    const known = all.filter((id) => names.includes(id));
    return known.length === 0 ? null : known;
  };
  const chosen = parse(url.columns) ?? parse(localStorage.getItem(storedAs)) ?? usual;
  const choose = (columns: readonly Id[]) => {
    const everything = columns.length === all.length;
    if (everything) localStorage.removeItem(storedAs);
    else localStorage.setItem(storedAs, columns.join(','));
    patch({ columns: everything ? undefined : columns.join(',') });
  };
  return { chosen, choose };
}
