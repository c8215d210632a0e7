import type { HelpText } from './help-topic.ts';

export type HelpTextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: string };

/** Splits a text of the help at its two marks, `**strong**` and `[label](target)`. */
export function parseHelpText(text: HelpText): readonly HelpTextPart[] {
  const parts: HelpTextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(/\*\*(.+?)\*\*|\[(.+?)\]\((.+?)\)/g)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    const [whole, strong, label, target] = match;
    parts.push(
      strong === undefined
        ? { kind: 'link', text: label ?? '', target: target ?? '' }
        : { kind: 'strong', text: strong },
    );
    from = match.index + whole.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
