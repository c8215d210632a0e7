import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { typographyOf } from '../../../src/contract/messages/french-spacing.ts';
import { type HelpTextPart, parseHelpText } from '../../help/help-text.ts';
import type { HelpText } from '../../help/help-topic.ts';
import { addressOf } from '../../help/page-paths.ts';
import { useLocale } from '../../messages/locale.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';

function Part({ part }: { part: HelpTextPart }) {
  const t = useText();
  if (part.kind === 'text') return part.text;
  if (part.kind === 'strong') return <strong>{part.text}</strong>;
  // The test of the help knows every message id that a text names.
  if (part.kind === 'label') return <strong>{t(part.message as MessageId)}</strong>;
  const [to = '', hash] = addressOf(part.target).split('#');
  return (
    <Link to={to} {...(hash === undefined ? {} : { hash })} className={table.link}>
      <Parts parts={part.parts} />
    </Link>
  );
}

function Parts({ parts }: { parts: readonly HelpTextPart[] }) {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
    <Part key={index} part={part} />
  ));
}

/** One text of the help with its emphasis, screen words and links. */
export function HelpTextView({ text }: { text: HelpText }) {
  const { locale } = useLocale();
  const parts = useMemo(() => parseHelpText(typographyOf(locale)(text)), [text, locale]);
  return <Parts parts={parts} />;
}
