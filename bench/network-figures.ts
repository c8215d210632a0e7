/** Invents a network, packs it, asks it everything, and measures. */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { Programme } from '../src/domain/catalogue/catalogue.ts';
import { NetworkLevels } from '../src/domain/network/network-levels.ts';
import type { NetworkSegment } from '../src/domain/network/network-segment.ts';
import { type NetworkAnswers, NetworkThreads } from '../src/features/shared/evaluate-network.ts';
import { type ChangeFigures, changeFigures } from './change-figures.ts';
import { ASKED_ON } from './invented-network.ts';
import { type PackedNetwork, packNetwork } from './pack-network.ts';
import { usage } from './tell-usage.ts';
import { busiestThread } from './thread-usage.ts';

/** Small networks are asked more often: the first rounds only warm the compiler up. */
const RECORDS_TO_ASK = 5_000_000;
const MOST_ROUNDS = 30;
const QUESTIONS = ['levels', 'risks', 'risks-and-seats'] as const;

export interface FigureOptions {
  /** Sizes, in people, of the partners of which single facts change. */
  readonly companies: readonly number[];
  /** How many facts change in each of them. */
  readonly changes: number;
  /** How often everything is asked at least; the best counts. */
  readonly atLeast: number;
}

export interface ThreadFigures {
  readonly seconds: number;
  /** CPU seconds of the thread that worked most; 0 where the system does not tell. */
  readonly busiest: number;
}

export interface QuestionFigures {
  readonly ask: keyof NetworkAnswers;
  /** On one thread, and on two; best of the rounds. */
  readonly one: ThreadFigures;
  readonly two: ThreadFigures;
}

export interface NetworkFigures {
  readonly size: PackedNetwork['size'];
  readonly built: { readonly bytes: number; readonly packSeconds: number; readonly holders: number };
  /** CPU seconds of only reading every interval. */
  readonly scanSeconds: number;
  readonly evaluated: readonly QuestionFigures[];
  /** Megabytes. */
  readonly peak: { readonly packed: number; readonly evaluated: number; readonly threads: number };
  readonly changes: readonly ChangeFigures[];
}

interface Took {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

function took(work: () => void): Took {
  const cpu = usage().cpuSeconds;
  const started = performance.now();
  work();
  return { seconds: (performance.now() - started) / 1000, cpuSeconds: usage().cpuSeconds - cpu };
}

function bestOf(rounds: number, work: () => void): Took {
  const times = Array.from({ length: rounds }, () => took(work));
  return {
    seconds: Math.min(...times.map(({ seconds }) => seconds)),
    cpuSeconds: Math.min(...times.map(({ cpuSeconds }) => cpuSeconds)),
  };
}

function scan(segments: readonly NetworkSegment[]): number {
  let counting = 0;
  for (const { skill, from, until } of segments) {
    for (let interval = 0; interval < skill.length; interval++) {
      if (from[interval]! <= ASKED_ON && ASKED_ON < until[interval]!) counting += skill[interval]!;
    }
  }
  return counting;
}

/** Share of the partners that hold a level of some competency. */
function holders(segments: readonly NetworkSegment[], programme: Programme): number {
  const kernel = new NetworkLevels(programme, ASKED_ON);
  const { length } = programme.competencies;
  let partners = 0;
  let holding = 0;
  for (const segment of segments) {
    const { attained } = kernel.evaluate(segment);
    partners += segment.sizes.partners;
    for (let partner = 0; partner < segment.sizes.partners; partner++) {
      if (attained.subarray(partner * length, (partner + 1) * length).some((level) => level > 0)) holding++;
    }
  }
  return holding / partners;
}

async function onThreads(
  { segments, programme }: PackedNetwork,
  ask: keyof NetworkAnswers,
  threads: NetworkThreads,
): Promise<ThreadFigures> {
  const started = performance.now();
  const busiestSoFar = busiestThread();
  let answered = 0;
  let busiest = 0;
  await threads.evaluate(segments, { programme, day: ASKED_ON, ask }, () => {
    answered++;
    if (answered === segments.length) busiest = busiestSoFar();
  });
  if (answered !== segments.length) throw new Error(`${answered} of ${segments.length} segments answered`);
  return { seconds: (performance.now() - started) / 1000, busiest };
}

function better(left: ThreadFigures | null, right: ThreadFigures): ThreadFigures {
  if (left === null) return right;
  return {
    seconds: Math.min(left.seconds, right.seconds),
    busiest: Math.min(left.busiest, right.busiest),
  };
}

/**
 * Every question on threads of its own, best of the rounds: what a thread has learnt from one question would slow the
 * next one down, and an installation asks one.
 */
async function figuresOf(network: PackedNetwork, workers: number, rounds: number): Promise<ThreadFigures[]> {
  const figures: ThreadFigures[] = [];
  for (const ask of QUESTIONS) {
    const threads = new NetworkThreads({ workers, here: false });
    // The first round starts the threads and compiles what they run.
    await onThreads(network, ask, threads);
    let best: ThreadFigures | null = null;
    for (let round = 0; round < rounds; round++) {
      best = better(best, await onThreads(network, ask, threads));
    }
    await threads.end();
    figures.push(best!);
  }
  return figures;
}

export async function networkFigures(
  partners: number,
  { companies, atLeast, changes }: FigureOptions,
): Promise<NetworkFigures> {
  const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
  const network = packNetwork(programme, partners);
  const { segments, size } = network;
  const packed = usage().peakMegabytes;
  const rounds = Math.min(MOST_ROUNDS, Math.max(atLeast, Math.ceil(RECORDS_TO_ASK / size.records)));
  const one = await figuresOf(network, 1, rounds);
  const evaluated = usage().peakMegabytes;
  const two = await figuresOf(network, 2, atLeast);
  const threads = usage().peakMegabytes;
  const bytes = segments.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  return {
    size,
    built: { bytes, packSeconds: network.packSeconds, holders: holders(segments, programme) },
    scanSeconds: bestOf(rounds, () => scan(segments)).cpuSeconds,
    evaluated: QUESTIONS.map((ask, index) => ({ ask, one: one[index]!, two: two[index]! })),
    peak: { packed, evaluated, threads },
    changes: companies.map((people) => changeFigures(programme, people, changes)),
  };
}
