/** Text that may stand in a page as it is: what a person wrote is escaped on its way in, never afterwards. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlPart = Html | string | number | null | false | readonly HtmlPart[];

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function printed(part: HtmlPart): string {
  if (part === null || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(printed).join('');
}

/** A piece of a page. Every value in it is escaped, in text as between the quotation marks of an attribute. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(strings.reduce((text, string, index) => text + printed(parts[index - 1] ?? null) + string));
}

/** Data for programs that read the page: no text in it can end the element that holds it. */
export function jsonInPage(data: unknown): Html {
  return new Html(JSON.stringify(data).replaceAll('<', '\\u003c'));
}

/** Paragraphs of what somebody wrote: blank lines part them, single ones break the line. */
export function paragraphs(text: string): Html[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => {
      const lines = paragraph
        .split('\n')
        .map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
      return html`<p>${lines}</p>`;
    });
}
