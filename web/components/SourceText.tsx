import { useText } from '../messages/use-text.ts';
import table from '../ui/Table.module.css';
import { sourceParts } from './source-parts.ts';

/** Where a rule comes from; the citation in full shows on hover. */
export function SourceText({ source }: { source: string }) {
  const t = useText();
  return (
    <span title={source}>
      {t('competency.catalogue.source')}{' '}
      {sourceParts(source).map(({ text, href }) =>
        href === null ? (
          text
        ) : (
          <a key={href} href={href} target="_blank" rel="noreferrer" className={table.link}>
            {text}
          </a>
        ),
      )}
    </span>
  );
}
