import { competencies } from './competencies.ts';
import { help } from './help.ts';
import { imports } from './imports.ts';
import { overview } from './overview.ts';
import { people } from './people.ts';
import { programmes } from './programmes.ts';
import { provisioning } from './provisioning.ts';
import { report } from './report.ts';
import { risk } from './risk.ts';
import { scores } from './scores.ts';
import { security } from './security.ts';
import { setUp } from './set-up.ts';
import { shell } from './shell.ts';
import { users } from './users.ts';

export const fr = {
  ...shell,
  ...overview,
  ...competencies,
  ...scores,
  ...programmes,
  ...report,
  ...users,
  ...people,
  ...provisioning,
  ...imports,
  ...help,
  ...risk,
  ...setUp,
  ...security,
};
