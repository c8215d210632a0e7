/** How much a search may still do before it answers with what it has proved so far. */
export class WorkLimit {
  private left: number;

  constructor(steps: number) {
    this.left = steps;
  }

  get reached(): boolean {
    return this.left < 0;
  }

  spend(steps: number): void {
    this.left -= steps;
  }

  /** Nothing more can be proved. */
  giveUp(): void {
    this.left = -1;
  }
}

export const UNLIMITED = new WorkLimit(Number.POSITIVE_INFINITY);
