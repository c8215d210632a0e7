import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AUDIT_ACTION_LABELS } from '../../src/contract/messages/audit-actions.ts';

const SOURCE = join(import.meta.dirname, '..', '..', 'src');
const WRITES = /\brecordAudits?\(/;
/** A value of `action`, also one of two; what something is compared with is none. */
const ACTIONS = /(?<!=== )'([a-z]+(?:[.-][a-z]+)*)'/g;

/** Actions that a file writes into the trail. */
function actionsIn(text: string): string[] {
  if (!WRITES.test(text)) return [];
  const lines = text.split('\n').filter((line) => /\baction\b/.test(line));
  return lines.flatMap((line) => [
    ...[
      ...line
        .slice(line.search(/\baction\b/))
        .split(/, subject|, details/)[0]!
        .matchAll(ACTIONS),
    ].map((match) => match[1]!),
  ]);
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('audit-store.ts'))
  .map((name) => ({ name, text: readFileSync(join(SOURCE, name), 'utf8') }));
const written = [...new Set(files.flatMap(({ text }) => actionsIn(text)))].sort();

describe('an action in the audit trail', () => {
  it.each(['fr', 'en'] as const)('has words in %s, and no words are left of one that is gone', (locale) => {
    expect(written.length).toBeGreaterThan(50);
    expect(Object.keys(AUDIT_ACTION_LABELS[locale]).sort()).toEqual(written);
  });

  it('is named where it is written', () => {
    const silent = files.filter(({ text }) => WRITES.test(text) && actionsIn(text).length === 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('is found by this test where it is written in any of the usual ways', () => {
    expect(actionsIn("recordAudit(tx, { action: 'planted.done', subject: 'x', details });")).toEqual([
      'planted.done',
    ]);
    const chosen =
      "const action = status === 'left' ? 'planted.one' : 'planted.two';\nrecordAudit(tx, { action });";
    expect(actionsIn(chosen)).toEqual(['planted.one', 'planted.two']);
  });
});
