/** Writes results in large pieces and waits when the reader is slower. A reader that goes away ends the writing. */
import type { Writable } from 'node:stream';

const PIECE = 1 << 16;

export class ResultWriter {
  /** The reader has gone, as in `… | head`: nothing more is of use to anybody. */
  closed = false;
  private pending = '';
  private failure: Error | null = null;
  private readonly stream: Writable;
  private readonly onError: (error: NodeJS.ErrnoException) => void;

  constructor(stream: Writable) {
    this.stream = stream;
    this.onError = (error) => {
      this.closed = true;
      if (error.code !== 'EPIPE') this.failure = error;
    };
    stream.on('error', this.onError);
  }

  async write(text: string): Promise<void> {
    this.pending += text;
    if (this.pending.length >= PIECE) await this.flush();
  }

  /** @throws the error of the stream, unless it is only that the reader has gone. */
  async flush(): Promise<void> {
    const text = this.pending;
    this.pending = '';
    if (text !== '' && !this.closed && !this.stream.write(text)) {
      await this.drained();
    }
    if (this.failure !== null) throw this.failure;
  }

  /** Until the reader has caught up or gone. */
  private drained(): Promise<void> {
    const { stream } = this;
    return new Promise((resume) => {
      const go = () => {
        for (const event of ['drain', 'close', 'error']) stream.off(event, go);
        resume();
      };
      for (const event of ['drain', 'close', 'error']) stream.on(event, go);
    });
  }

  /** Waits until everything has been handed over. */
  async end(): Promise<void> {
    await this.flush();
    if (!this.closed) await new Promise<void>((done) => this.stream.write('', () => done()));
    if (this.failure !== null) throw this.failure;
    this.stream.off('error', this.onError);
  }
}
