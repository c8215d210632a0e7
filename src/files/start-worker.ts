import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts the worker whose file stands beside the module at `callerUrl`. In the shipped bundle every `…-worker.ts`
 * is a file of its own beside `main.js`; in a checkout the TypeScript source is loaded through tsx.
 */
export function startWorker(callerUrl: string, name: string, options: WorkerOptions): Worker {
  if (!callerUrl.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, callerUrl), options);
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const entry = JSON.stringify(new URL(`./${name}.ts`, callerUrl).href);
  const script = `import(${loader}).then(({ register }) => { register(); return import(${entry}); });`;
  return new Worker(script, { ...options, eval: true });
}
