/** The yardstick: reads the lines of a file and parses each, nothing more. */
import { createReadStream } from 'node:fs';
import { textLines } from '../src/cli/text-lines.ts';
import { tellUsage } from './tell-usage.ts';

let documents = 0;
for await (const line of textLines(createReadStream(process.argv[2]!, { highWaterMark: 1 << 18 }))) {
  if (JSON.parse(line.text) !== null) documents++;
}
console.log(documents);
tellUsage();
