import { useText } from '../messages/use-text.ts';
import table from '../ui/Table.module.css';

interface OutsideLinkProps {
  readonly url: string;
  readonly label: string;
}

/** Leads out of Jalon, to whom an act that lies outside is asked of; it opens beside the page and says so. */
export function OutsideLink({ url, label }: OutsideLinkProps) {
  const t = useText();
  return (
    <a href={url} target="_blank" rel="noreferrer" className={table.link}>
      {t('diagnosis.contact', { label })}
    </a>
  );
}
