import type { fr } from '../fr/all.ts';
import { competencies } from './competencies.ts';
import { help } from './help.ts';
import { report } from './report.ts';
import { shell } from './shell.ts';

/** Typed by the French messages: a message missing here does not compile. */
export const en: Record<keyof typeof fr, string> = { ...shell, ...competencies, ...report, ...help };
