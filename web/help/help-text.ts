import type { HelpText } from './help-topic.ts';

export type HelpTextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  /** A word of the screen, by the id of its message. */
  | { readonly kind: 'label'; readonly message: string }
  | { readonly kind: 'link'; readonly parts: readonly HelpTextPart[]; readonly target: string };

/** Splits a text of the help at its marks: `**strong**`, `{message.id}` and `[label](target)`. */
export function parseHelpText(text: HelpText): readonly HelpTextPart[] {
  const parts: HelpTextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(/\*\*(.+?)\*\*|\{([\w.]+)\}|\[(.+?)\]\((.+?)\)/g)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    const [whole, strong, message, label, target] = match;
    if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
    else if (message !== undefined) parts.push({ kind: 'label', message });
    else parts.push({ kind: 'link', parts: parseHelpText(label ?? ''), target: target ?? '' });
    from = match.index + whole.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
