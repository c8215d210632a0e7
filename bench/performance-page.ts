/** The tables of docs/reference/performance.md that the bench writes, each between two marks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Table } from './bench-part.ts';

const PAGE = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'reference', 'performance.md');

export function tableText({ caption, header, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [caption, '', line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

/** Puts the text in the place of what the bench wrote under this name before, else at the end of the page. */
export function withSection(page: string, name: string, text: string): string {
  const begin = `<!-- bench: ${name} -->`;
  const end = `<!-- end of ${name} -->`;
  const section = `${begin}\n### ${name}\n\n${text}\n${end}`;
  const from = page.indexOf(begin);
  if (from < 0) return `${page.trimEnd()}\n\n${section}\n`;
  const until = page.indexOf(end, from);
  return `${page.slice(0, from)}${section}${page.slice(until + end.length)}`;
}

export function writeSection(name: string, text: string): void {
  writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), name, text));
}
