import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { textLines } from '../../src/cli/text-lines.ts';

async function linesOf(text: string, pieceBytes: number): Promise<string[]> {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  const lines = [];
  for await (const line of textLines(Readable.from(pieces))) lines.push(line.text);
  return lines;
}

describe('lines of text', () => {
  it('come whole however the bytes are cut, characters of several bytes included', async () => {
    const text = '{"é":"’"}\n\n{"b":"œ"}\n{"c":1}';
    for (const size of [1, 2, 3, 7, 100]) {
      expect(await linesOf(text, size)).toEqual(['{"é":"’"}', '{"b":"œ"}', '{"c":1}']);
    }
  });

  it('of several megabytes stand between short ones and leave nothing of themselves behind', async () => {
    const long = `{"long":"${'é'.repeat(3_000_000)}"}`;
    const lines = await linesOf(`{"a":1}\n${long}\n{"b":2}\n${long}\n{"c":3}`, 262_143);
    expect(lines.map((line) => line.length)).toEqual([7, long.length, 7, long.length, 7]);
    expect(lines[3] === long).toBe(true);
    expect(lines[4]).toBe('{"c":3}');
  });
});
