import { competencies } from './competencies.ts';
import { help } from './help.ts';
import { report } from './report.ts';
import { shell } from './shell.ts';

export const fr = { ...shell, ...competencies, ...report, ...help };
