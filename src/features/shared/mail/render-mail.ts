import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../../contract/common.ts';
import { withElision } from '../../../contract/messages/french-elision.ts';
import { typographyOf } from '../../../contract/messages/french-spacing.ts';
import type { MailKind } from './mail-text.ts';

/** What the words of a mail are filled with. Instants and days are given as printed. */
export type MailValues = Readonly<Record<string, string | number>>;

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const SIGNATURES: Readonly<Record<Locale, string>> = {
  fr: 'Ce message vous a été envoyé par Jalon, le portail du programme de partenariat de {company}.',
  en: 'This message was sent to you by Jalon, the partner programme portal of {company}.',
};

const UNSUBSCRIBE: Readonly<Record<Locale, string>> = {
  fr: 'Ne plus recevoir ce type d’e-mail',
  en: 'Stop receiving e-mails of this kind',
};

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Words are read once: a file may bring ten thousand people the same mail. */
const formats = new Map<string, IntlMessageFormat>();

function formatOf(message: string, locale: Locale): IntlMessageFormat {
  const key = `${locale} ${message}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(typographyOf(locale)(message), locale);
    formats.set(key, format);
  }
  return format;
}

/** A line that a name or a title might break, or fill with commands of the mail protocol, stays one line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function page(locale: Locale, subject: string, body: string): string {
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f5f5f5;color:#242424;font:15px/1.5 'Segoe UI',system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:32px;background:#fff;border-radius:8px">${body}</div></body></html>`;
}

/**
 * The words of a mail in one language, as plain text and as a page. `values` fills the words; `company` is always
 * among them.
 * @param unsubscribe where somebody who does not want such mails can say so, without signing in
 * @throws when a word lacks its value, or an action its link: a mail is never sent half filled
 */
export function renderMail(
  kind: MailKind,
  locale: Locale,
  values: MailValues & { readonly company: string },
  link: string | null,
  unsubscribe: string | null = null,
): RenderedMail {
  const words = kind.words[locale];
  const format = (message: string, filling: MailValues) =>
    String(formatOf(message, locale).format({ ...filling }));
  const fill = (message: string) =>
    locale === 'fr' ? withElision(values, (marked) => format(message, marked)) : format(message, values);
  const subject = oneLine(fill(words.subject));
  const paragraphs = words.paragraphs.map(fill);
  const notes = [...(words.notes ?? []), SIGNATURES[locale]].map(fill);
  const action = words.action === undefined ? null : fill(words.action);
  if ((action === null) !== (link === null))
    throw new Error(`mail ${kind.name}: an action and its link go together`);
  const text = [
    ...paragraphs,
    ...(action === null ? [] : [`${action}\n${link}`]),
    `--\n${notes.join('\n')}`,
    ...(unsubscribe === null ? [] : [`${UNSUBSCRIBE[locale]}\n${unsubscribe}`]),
  ].join('\n\n');
  const button =
    action === null
      ? ''
      : `<p style="margin:24px 0"><a href="${escaped(link!)}" style="display:inline-block;padding:10px 20px;border-radius:4px;background:#0f6cbd;color:#fff;text-decoration:none;font-weight:600">${escaped(action)}</a></p>
<p style="font-size:13px;word-break:break-all"><a href="${escaped(link!)}">${escaped(link!)}</a></p>`;
  const html = page(
    locale,
    subject,
    [
      ...paragraphs.map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`),
      button,
      '<hr style="border:0;border-top:1px solid #e0e0e0">',
      ...notes.map((note) => `<p style="font-size:13px;color:#616161">${escaped(note)}</p>`),
      ...(unsubscribe === null
        ? []
        : [
            `<p style="font-size:13px"><a href="${escaped(unsubscribe)}" style="color:#616161">${escaped(UNSUBSCRIBE[locale])}</a></p>`,
          ]),
    ].join('\n'),
  );
  return { subject, text, html };
}
