import { availableParallelism } from 'node:os';
import type { ProgrammeFiles } from '../../catalogue/programme-files.ts';
import type { RehearsalQuestion } from '../../domain/rehearsal/rehearsal.ts';
import { startWorker } from '../../files/start-worker.ts';
import type { ConcernedCompany } from '../../store/rehearsals-store.ts';
import { WorkerThread } from '../shared/worker-thread.ts';
import type { CatalogueOrder, CatalogueOutcome, CompanyToRehearse } from './catalogue-order.ts';
import type { LearnOutcome, LearnQuestion } from './learn-changes.ts';

const MOST_THREADS = 8;

type Thread = WorkerThread<CatalogueOrder, CatalogueOutcome>;
type Checked = Extract<CatalogueOutcome, { kind: 'checked' }>;

const thread = (): Thread => new WorkerThread(() => startWorker(import.meta.url, 'catalogue-worker', {}));

/** Stays, idle, for the next one: whoever writes rules saves again and again. It starts with the first order. */
const checking = thread();

/** What is wrong with the files of a draft, its examples included, and the rules that they make. */
export async function checkDraftFiles({ id, texts }: ProgrammeFiles): Promise<Checked> {
  return (await checking.ask({ kind: 'check', programme: id, texts })) as Checked;
}

/** A file may have been made to unfold into more than this: then the thread ends, and nothing else. */
const LEARN_MEGABYTES = 384;

/** What a catalogue file of Microsoft Learn says of a programme; `null` when the file is too large to unfold. */
export async function readLearnOnThread(
  question: LearnQuestion,
  megabytes = LEARN_MEGABYTES,
): Promise<LearnOutcome | null> {
  const resourceLimits = { maxOldGenerationSizeMb: megabytes };
  const own: Thread = new WorkerThread(() =>
    startWorker(import.meta.url, 'catalogue-worker', { resourceLimits }),
  );
  try {
    const outcome = await own.ask({ kind: 'learn', question });
    return outcome.kind === 'learned' ? outcome.outcome : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return null;
    throw error;
  } finally {
    await own.end();
  }
}

export interface RehearsalThreads {
  rehearse(companies: readonly CompanyToRehearse[]): Promise<readonly ConcernedCompany[]>;
  end(): Promise<void>;
}

export async function rehearsalThreads(question: RehearsalQuestion): Promise<RehearsalThreads> {
  // One processor is left to the pages and to the database.
  const count = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));
  const threads = Array.from({ length: count }, thread);
  await Promise.all(threads.map((each) => each.ask({ kind: 'prepare', question })));
  return {
    rehearse: async (companies) => {
      const parts = threads.map((_, place) => companies.filter((__, index) => index % count === place));
      const answers = await Promise.all(
        threads.map((each, place) => each.ask({ kind: 'rehearse', companies: parts[place]! })),
      );
      return answers.flatMap((answer) => (answer.kind === 'rehearsed' ? answer.concerned : []));
    },
    end: async () => void (await Promise.all(threads.map((each) => each.end()))),
  };
}
