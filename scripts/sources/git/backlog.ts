/**
 * Output that has come and is not parsed yet. It is taken in whether a parser is ready or not: a pipe holds little, and
 * git would wait for room in it.
 */
export class Backlog {
  private chunks: Buffer[] = [];
  private waiting = 0;
  private ended = false;
  private failure: unknown;
  private wake = (): void => {};

  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.waiting += chunk.length;
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  /** There is no more, because of this. */
  fail(failure: unknown): void {
    this.failure = failure;
    this.end();
  }

  /** What has come since the last time, once it is `least` bytes or all; null after the end. Throws what failed. */
  async take(least: number): Promise<Buffer | null> {
    while (this.waiting < least && !this.ended) await new Promise<void>((resolve) => (this.wake = resolve));
    if (this.failure !== undefined) throw this.failure;
    if (this.waiting === 0) return null;
    const bytes = Buffer.concat(this.chunks);
    this.chunks = [];
    this.waiting = 0;
    return bytes;
  }
}
