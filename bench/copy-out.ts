import type pg from 'pg';
import type { Drained } from './drain-client.ts';

interface CopyConnection {
  query(text: string): void;
}

/** What the driver hands the pieces of a COPY to; it knows none of its own. */
export class CopyOut {
  readonly begun = performance.now();
  bytes = 0;
  first = 0;
  private readonly text: string;
  private readonly done: (drained: Drained) => void;
  private readonly failed: (error: Error) => void;

  constructor(text: string, done: (drained: Drained) => void, failed: (error: Error) => void) {
    this.text = text;
    this.done = done;
    this.failed = failed;
  }

  /** @param text a statement `COPY … TO STDOUT` */
  static of(client: pg.Client, text: string): Promise<Drained> {
    return new Promise((done, failed) => {
      client.query(new CopyOut(text, done, failed) as unknown as pg.Submittable);
    });
  }

  submit(connection: CopyConnection): void {
    connection.query(this.text);
  }
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    if (this.bytes === 0) this.first = performance.now() - this.begun;
    this.bytes += chunk.length;
  }
  handleReadyForQuery(): void {
    const { first, bytes } = this;
    this.done({ first, whole: performance.now() - this.begun, bytes });
  }
  handleError(error: Error): void {
    this.failed(error);
  }
  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}
