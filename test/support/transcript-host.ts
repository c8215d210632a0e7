import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host of shared transcripts on this machine, in place of the vendor's. */
export interface TranscriptHost {
  readonly origin: string;
  /** What it was asked, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Shares the transcript of the fixtures under any id that `documents` does not say otherwise of. */
export async function transcriptHost(
  documents: Readonly<
    Record<string, { readonly status: number; readonly body: string; readonly to?: string }>
  >,
): Promise<TranscriptHost> {
  const asked: string[] = [];
  const usual = readFileSync('test/fixtures/ms-learn-transcript.json', 'utf8');
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const id = /\/share\/(\w+)/.exec(request.url ?? '')?.[1] ?? '';
    const { status, body, to } = { to: undefined, ...(documents[id] ?? { status: 200, body: usual }) };
    response.writeHead(status, to === undefined ? {} : { location: to }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
