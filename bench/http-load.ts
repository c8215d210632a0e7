/**
 * Keep-alive clients in a process of their own, so that they do not take time from the server they measure. Each sends
 * its next request when the last was answered whole. Reads one job as JSON from its arguments, prints one JSON line.
 */
import { connect, type Socket } from 'node:net';

export interface LoadJob {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly clients: number;
  readonly milliseconds: number;
  /** Each request writes the path another way (letters percent-encoded), so that none is remembered by its address. */
  readonly everyAddressNew: boolean;
}

export interface LoadResult {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly bytes: number;
}

/** The path with those letters encoded that the binary digits of `number` name. */
function written(path: string, number: number): string {
  let bit = 0;
  return path.replace(/[a-z]/g, (letter) => {
    const encode = bit < 31 && (number >> bit) & 1;
    bit++;
    return encode ? `%${letter.charCodeAt(0).toString(16)}` : letter;
  });
}

/** The length of a whole answer at the start of `text`, or null while some of it is missing. */
function answerLength(text: string): number | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const length = /content-length: (\d+)/i.exec(text.slice(0, end));
  const whole = end + 4 + (length === null ? 0 : Number(length[1]));
  return text.length >= whole ? whole : null;
}

async function run(job: LoadJob): Promise<LoadResult> {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const headers = Object.entries(job.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const begun = performance.now();
  let sent = 0;
  let bytes = 0;
  const client = () =>
    new Promise<void>((done, failed) => {
      const socket: Socket = connect(job.port, '127.0.0.1');
      let received = '';
      let at = 0;
      const next = () => {
        if (performance.now() - begun > job.milliseconds) {
          socket.end();
          return done();
        }
        const path = job.everyAddressNew ? written(job.path, sent) : job.path;
        sent++;
        at = performance.now();
        socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers.join('')}\r\n`);
      };
      socket.setNoDelay(true).once('connect', next).on('error', failed);
      // One byte a character: lengths are those of the wire.
      socket.setEncoding('latin1').on('data', (chunk: string) => {
        received += chunk;
        const length = answerLength(received);
        if (length === null) return;
        times.push(performance.now() - at);
        bytes = length;
        const status = received.slice(9, 12);
        statuses[status] = (statuses[status] ?? 0) + 1;
        received = received.slice(length);
        next();
      });
    });
  await Promise.all(Array.from({ length: job.clients }, client));
  const seconds = (performance.now() - begun) / 1000;
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
  const requests = times.length;
  return { requests, perSecond: requests / seconds, p50: at(0.5), p99: at(0.99), statuses, bytes };
}

process.stdout.write(`${JSON.stringify(await run(JSON.parse(process.argv[2]!) as LoadJob))}\n`);
