export interface SourcePart {
  readonly text: string;
  /** Where it can be read; null for words in between. */
  readonly href: string | null;
}

const REPOSITORY = /^([\w-]+)\/([\w.-]+)[ ,]+/;
const BRANCH = /^(?:branch )?((?:master|main|live)[\w-]*)[ ,]+/;
const COMMIT = /\(?commit ([0-9a-f]{7,40})\)?,? ?/;
const PAGE = /[\w./-]+\.md\b/g;
const ADDRESS = /https?:\/\/[^\s)]+/g;

function partsBetween(text: string, link: RegExp, linkOf: (found: string) => SourcePart): SourcePart[] {
  const parts: SourcePart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(link)) {
    if (index > end) parts.push({ text: text.slice(end, index), href: null });
    parts.push(linkOf(found));
    end = index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}

/**
 * A source of the catalogue as a person reads it: who published it and the name of the page, which leads there.
 * The catalogue cites pages kept on GitHub by repository, branch or commit and path, and others by address.
 */
export function sourceParts(cited: string): readonly SourcePart[] {
  const repository = REPOSITORY.exec(cited);
  if (repository === null) {
    return partsBetween(cited, ADDRESS, (address) => ({
      text: new URL(address).hostname.replace(/^www\./, ''),
      href: address,
    }));
  }
  const [start, owner = '', name = ''] = repository;
  let rest = cited.slice(start.length);
  const branch = BRANCH.exec(rest)?.[1];
  rest = rest.replace(BRANCH, '');
  const commit = COMMIT.exec(rest)?.[1];
  // A date that stood beside the commit keeps its bracket.
  rest = rest.replace(COMMIT, (found) => (found.startsWith('(') && !found.includes(')') ? '(' : ''));
  const base = `https://github.com/${owner}/${name}/blob/${commit ?? branch ?? 'HEAD'}/`;
  const pages = partsBetween(rest.trim(), PAGE, (path) => ({
    text: path.replace(/^.*\//, '').replace(/\.md$/, ''),
    href: base + path,
  }));
  return [{ text: `${owner}, `, href: null }, ...pages];
}
