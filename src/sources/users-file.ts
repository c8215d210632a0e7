import { LONGEST_PERSON_NAME, PERSON_NAME_FORM } from '../domain/text/person-name.ts';
import { fitTeamName } from '../domain/text/team-name.ts';
import type { Table } from '../files/table.ts';
import { foldText } from './fold-text.ts';
import type { USERS_HEADERS } from './header-synonyms.ts';
import { USERS_COLUMNS } from './import-kinds.ts';
import { type ImportMapping, NO_MAPPING } from './import-mapping.ts';
import { readSourceTable, type SourceTable } from './read-source-table.ts';
import { type PartnerRole, roleByName } from './role-names.ts';
import type { RowReader } from './row-reader.ts';
import { formulaWarning, type RowWarning } from './source-row.ts';

/** A person of the company, as the file describes one. `null` means the file says nothing about it. */
export interface UserCandidate {
  readonly line: number;
  readonly firstName: string;
  readonly lastName: string;
  /** Lower case. */
  readonly workEmail: string;
  readonly roles: readonly PartnerRole[] | null;
  readonly locale: 'fr' | 'en' | null;
  readonly technical: boolean | null;
  readonly team: string | null;
  readonly warnings: readonly RowWarning[];
}

type UsersField = keyof typeof USERS_HEADERS;

export function parseUsersFile(
  table: Table,
  mapping: ImportMapping = NO_MAPPING,
): SourceTable<UserCandidate> {
  return readSourceTable<UsersField, UserCandidate>(
    table,
    {
      columns: USERS_COLUMNS,
      readRow: readUser,
      key: (user) => user.workEmail,
      sameContent,
    },
    mapping,
  );
}

function readUser(reader: RowReader<UsersField>): UserCandidate {
  reader.required('workEmail');
  const workEmail = reader.email('workEmail') ?? '';
  const firstName = readName(reader, 'firstName');
  const lastName = readName(reader, 'lastName');
  const team = fitTeamName(reader.text('team'));
  return {
    line: reader.line,
    firstName,
    lastName,
    workEmail,
    roles: readRoles(reader),
    locale: readLocale(reader),
    technical: readFlag(reader),
    team,
    warnings: [
      ...formulaWarning('firstName', firstName),
      ...formulaWarning('lastName', lastName),
      ...formulaWarning('team', team ?? ''),
    ],
  };
}

/** A name of the form that is asked of whoever types one on the page. */
function readName(reader: RowReader<UsersField>, field: 'firstName' | 'lastName'): string {
  const name = reader.required(field);
  const readable = name === '' || (PERSON_NAME_FORM.test(name) && name.length <= LONGEST_PERSON_NAME);
  if (!readable) reader.reject('bad-name', field, name);
  return name;
}

/** Order and warnings do not matter; saying nothing is not the same as saying something. */
function sameContent(first: UserCandidate, second: UserCandidate): boolean {
  const content = ({ line: _line, warnings: _warnings, ...user }: UserCandidate) => JSON.stringify(user);
  return content(first) === content(second);
}

function readRoles(reader: RowReader<UsersField>): readonly PartnerRole[] | null {
  const names = reader
    .text('roles')
    .split(/[,;|\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) return null;
  const roles = new Set<PartnerRole>();
  for (const name of names) {
    const named = roleByName(name);
    if (named.kind === 'role') roles.add(named.role);
    else reader.reject(named.reason, 'roles', name);
  }
  return [...roles].sort();
}

const LANGUAGE_NAMES = new Map<string, 'fr' | 'en'>([
  ['francais', 'fr'],
  ['french', 'fr'],
  ['anglais', 'en'],
  ['english', 'en'],
]);

/** A locale (`fr`, `fr-CA`, `en_US`) or the name of one of the two languages; the region does not matter here. */
function readLocale(reader: RowReader<UsersField>): 'fr' | 'en' | null {
  const value = reader.text('locale');
  if (value === '') return null;
  const tag = /^(fr|en)([-_][a-z]{2})?$/i.exec(value);
  const locale = tag ? (tag[1]!.toLowerCase() as 'fr' | 'en') : LANGUAGE_NAMES.get(foldText(value));
  if (locale === undefined) reader.reject('unknown-locale', 'locale', value);
  return locale ?? null;
}

const YES = new Set(['oui', 'yes', 'o', 'y', 'true', 'vrai', '1', 'x']);
const NO = new Set(['non', 'no', 'n', 'false', 'faux', '0']);

function readFlag(reader: RowReader<UsersField>): boolean | null {
  const value = reader.text('technical');
  if (value === '') return null;
  const folded = foldText(value);
  if (!YES.has(folded) && !NO.has(folded)) reader.reject('bad-flag', 'technical', value);
  return YES.has(folded);
}
