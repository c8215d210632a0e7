/**
 * Reads one answer of a server some times, in a process of its own: what it makes of the bytes is not the server's work.
 * Reads one job as JSON from its arguments, prints one JSON line.
 */
import { createWriteStream } from 'node:fs';
import { get } from 'node:http';

export interface DrainJob {
  readonly url: string;
  readonly cookie: string;
  readonly times: number;
  /** Where the bytes of the last time are kept. */
  readonly file: string | null;
}

/** Milliseconds. */
export interface Drained {
  readonly first: number;
  readonly whole: number;
  readonly bytes: number;
}

function drained({ url, cookie }: DrainJob, file: string | null): Promise<Drained> {
  return new Promise((done, failed) => {
    const begun = performance.now();
    let [first, bytes] = [0, 0];
    get(url, { headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) failed(new Error(`${url}: ${answer.statusCode}`));
      const kept = file === null ? null : createWriteStream(file);
      answer.on('data', (chunk: Buffer) => {
        if (bytes === 0) first = performance.now() - begun;
        bytes += chunk.length;
        kept?.write(chunk);
      });
      answer.on('end', () => {
        const found = { first, whole: performance.now() - begun, bytes };
        if (kept === null) done(found);
        else kept.end(() => done(found));
      });
    }).on('error', failed);
  });
}

const job = JSON.parse(process.argv[2]!) as DrainJob;
const all: Drained[] = [];
for (let time = 1; time <= job.times; time++)
  all.push(await drained(job, time === job.times ? job.file : null));
console.log(JSON.stringify(all));
