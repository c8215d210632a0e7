import type { NetworkRunView } from '../../contract/network-risk.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { NetworkRun } from '../../store/network-runs-store.ts';

/** When all will have been looked at, if it goes on as it has since the work was begun or resumed. */
function expectedEnd(run: NetworkRun, failed: number, now: Date): string | null {
  const { done, total, resumedAt, resumedDone, finishedAt } = run;
  const moved = done - resumedDone;
  const spent = now.getTime() - resumedAt.getTime();
  if (finishedAt !== null || moved <= 0 || spent <= 0) return null;
  const left = Math.max(0, total - done - failed);
  return new Date(now.getTime() + (spent / moved) * left).toISOString();
}

export function networkRunView(
  run: NetworkRun,
  programmes: ReadonlyMap<string, Programme>,
  failed: number,
  now: Date,
): NetworkRunView {
  const { versions, startedAt, finishedAt, total, done } = run;
  return {
    versions: Object.entries(versions).map(([programme, version]) => ({
      programme,
      name: programmes.get(programme)?.name ?? { en: programme, fr: programme },
      version,
    })),
    startedAt: startedAt.toISOString(),
    // Companies that have come since the beginning are looked at too.
    total: Math.max(total, done + failed),
    done,
    failed,
    expectedEnd: expectedEnd(run, failed, now),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
