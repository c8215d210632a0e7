/** What came of asking for a shared transcript. */
export type FetchedTranscript =
  | { readonly kind: 'document'; readonly bytes: Uint8Array }
  | { readonly kind: 'not-shared' | 'too-large' | 'unreachable' };

/** Where shared transcripts are read. */
export interface Transcripts {
  /** `shareId`: letters and figures only. */
  fetch(shareId: string): Promise<FetchedTranscript>;
  /** The demo and tests have a host of their own. */
  use(origin: string): void;
}

const ORIGIN = 'https://learn.microsoft.com';
const TIMEOUT_MS = 10_000;
const LARGEST = 2 * 1024 * 1024;

async function readLimited(body: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    // Leaving the loop ends the transfer.
    if (length > LARGEST) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function ask(address: string): Promise<FetchedTranscript> {
  // A host that sends elsewhere is not followed.
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const headers = { accept: 'application/json' };
  const answer = await fetch(address, { redirect: 'manual', signal, headers });
  if (answer.status >= 500) return { kind: 'unreachable' };
  if (answer.status !== 200 || answer.body === null) return { kind: 'not-shared' };
  const bytes = await readLimited(answer.body);
  return bytes === null ? { kind: 'too-large' } : { kind: 'document', bytes };
}

/** Asks one host, over TLS, at one path; no address that a person gives is ever asked. */
export function transcriptsOf(): Transcripts {
  let origin = ORIGIN;
  return {
    fetch: (shareId) =>
      ask(`${origin}/api/profiles/transcript/share/${encodeURIComponent(shareId)}?locale=en-us`).catch(
        () => ({
          kind: 'unreachable',
        }),
      ),
    use: (changed) => {
      origin = changed;
    },
  };
}
