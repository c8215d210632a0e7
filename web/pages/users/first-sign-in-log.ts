import type { UserWithFirstSignIn } from '../../../src/contract/users.ts';

const COLUMNS = [
  'line',
  'result',
  'reason',
  'field',
  'value',
  'id',
  'userName',
  'temporaryPassword',
  'expiresAt',
  'mail',
];

/** The log of one creation, in the columns of the log of a file. A spreadsheet must not run what a cell holds. */
export function firstSignInLog({ user, firstSignIn }: UserWithFirstSignIn, result: string): Blob {
  const { userName, temporaryPassword, expiresAt, mail } = firstSignIn;
  const row = ['1', result, '', '', '', user.userId, userName, temporaryPassword ?? '', expiresAt, mail];
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [COLUMNS, row].map((cells) => cells.map(cell).join(','));
  return new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
}
