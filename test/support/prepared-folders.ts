/** A place for the data folders that test files share as a beginning, for as long as the tests run. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { newDataFolder, removeDataFolder } from './data-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    preparedFolders: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = newDataFolder('jalon-prepared-');
  project.provide('preparedFolders', folder);
  return () => {
    for (const name of readdirSync(folder)) removeDataFolder(join(folder, name));
    removeDataFolder(folder);
  };
}
