/** The rules of a compiled programme with the figures of another day, for a fraction of the work of compiling anew. */
import { type Day, type Month, monthOf } from '../time/day.ts';
import type { CompiledOption, CompiledProgramme, Leaf } from './compiled-programme.ts';
import { windowOn } from './performance-window.ts';

function readsFigures({ leaves }: CompiledOption): boolean {
  return leaves.some(({ kind }) => kind === 'performance');
}

function optionReading(option: CompiledOption, figuresOn: Day, fiscalYearStart: number): CompiledOption {
  if (!readsFigures(option)) return option;
  const leaves = option.leaves.map((leaf): Leaf => {
    if (leaf.kind !== 'performance') return leaf;
    return { ...leaf, window: windowOn(leaf.requirement.window, figuresOn, fiscalYearStart), figuresOn };
  });
  const leafOf = new Map(leaves.map((leaf) => [leaf.requirement, leaf]));
  return { ...option, leaves, leafOf };
}

/** Nothing else of the rules changes, and requirements stay the same objects. */
export function readingFiguresOf(compiled: CompiledProgramme, figuresOn: Day): CompiledProgramme {
  const months = monthOf(figuresOn) - 1 - compiled.window.to;
  if (months === 0 && compiled.options.every((option) => !readsFigures(option))) return compiled;
  const { from, to } = compiled.window;
  return {
    ...compiled,
    options: compiled.options.map((option) =>
      optionReading(option, figuresOn, compiled.programme.fiscalYearStart),
    ),
    window: { from: (from + months) as Month, to: (to + months) as Month },
    metricsFrom: (compiled.metricsFrom + months) as Month,
  };
}
