import { useMemo } from 'react';
import type { Locale } from '../../../../src/contract/common.ts';
import { GLOSSARY } from '../../../help/glossary-terms.ts';
import { useLocale } from '../../../messages/locale.tsx';
import { useLocalText, useText } from '../../../messages/use-text.ts';
import { AnchorLink } from '../AnchorLink.tsx';
import help from '../Help.module.css';
import styles from './HelpParts.module.css';

const OTHER: Readonly<Record<Locale, Locale>> = { fr: 'en', en: 'fr' };

/** The terms in the order of the language, each with its place and with the word of the other language. */
export function GlossaryPart() {
  const t = useText();
  const local = useLocalText();
  const { locale } = useLocale();
  const other = OTHER[locale];
  const terms = useMemo(
    () => [...GLOSSARY].sort((one, two) => one.term[locale].localeCompare(two.term[locale], locale)),
    [locale],
  );
  return (
    <dl className={styles.entries}>
      {terms.map(({ id, term, definition, alsoCalled }) => (
        <div key={id} id={id} tabIndex={-1}>
          <dt className={help.heading}>
            {local(term)}
            <AnchorLink anchor={id} title={local(term)} />
            {term[other] !== term[locale] && (
              <span className={styles.other}>
                <span className="visually-hidden">{t('help.glossary.other')} </span>
                <span lang={other}>{term[other]}</span>
              </span>
            )}
          </dt>
          <dd>{local(definition)}</dd>
          {alsoCalled !== undefined && alsoCalled[locale] !== '' && (
            <dd className={styles.also}>{t('help.glossary.also', { names: local(alsoCalled) })}</dd>
          )}
        </div>
      ))}
    </dl>
  );
}
