import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

/** What a room may import, by path from the root of the house; everything else is a trespass. */
const ROOMS: readonly { room: string; files: string; mayImport: readonly string[] }[] = [
  { room: 'domain', files: '^src/domain/', mayImport: ['^src/domain/'] },
  {
    room: 'catalogue',
    files: '^src/catalogue/',
    mayImport: ['^src/catalogue/', '^src/domain/', '^node_modules/yaml/', BUILT_IN()],
  },
  {
    room: 'contract',
    files: '^src/contract/',
    mayImport: ['^src/contract/', '^src/domain/', '^node_modules/(zod|zod-openapi)/'],
  },
  {
    room: 'files',
    files: '^src/files/',
    mayImport: ['^src/files/', '^node_modules/', '^hucre/xlsx$', BUILT_IN()],
  },
  {
    room: 'store',
    files: '^src/store/',
    mayImport: ['^src/store/', '^src/domain/', '^node_modules/', BUILT_IN()],
  },
  {
    room: 'sources',
    files: '^src/sources/',
    mayImport: ['^src/sources/', '^src/files/', '^src/domain/', '^node_modules/', BUILT_IN()],
  },
  {
    room: 'http',
    files: '^src/http/',
    mayImport: ['^src/http/', '^src/contract/', '^src/domain/', '^src/store/', '^node_modules/', BUILT_IN()],
  },
  {
    room: 'jobs',
    files: '^src/jobs/',
    mayImport: ['^src/(jobs|features|catalogue|contract|domain|store)/', '^node_modules/', BUILT_IN()],
  },
  {
    room: 'cli',
    files: '^src/cli/',
    mayImport: [
      '^src/(cli|features|catalogue|contract|domain|files|solver|sources|store|http)/',
      '^src/config\\.ts$',
      '^node_modules/',
      BUILT_IN(),
    ],
  },
  {
    room: 'solver',
    files: '^src/solver/',
    mayImport: ['^src/solver/', '^src/domain/', '^node_modules/highs/', BUILT_IN()],
  },
  {
    room: 'identity-provider',
    files: '^src/identity-provider/',
    mayImport: ['^src/identity-provider/', '^node_modules/', BUILT_IN()],
  },
  { room: 'web', files: '^web/(?!vite\\.config)', mayImport: ['^web/', '^src/contract/', '^node_modules/'] },
];

/** Node's own modules, which have no folder: `fs`, `node:fs`, `fs/promises`. */
function BUILT_IN(): string {
  return '^(node:)?[a-z_0-9]+(/promises|/posix|/win32|/web)?$';
}

const rules: IForbiddenRuleType[] = [
  ...ROOMS.map(({ room, files, mayImport }) => ({
    name: `door of ${room}`,
    severity: 'error' as const,
    from: { path: files },
    to: { pathNot: [...mayImport] },
  })),
  {
    name: 'features do not import each other',
    severity: 'error',
    from: { path: '^src/features/([^/]+)/' },
    // What several features stand on lies in `shared`, which itself imports no feature.
    to: { path: '^src/features/', pathNot: '^src/features/($1|shared)/' },
  },
  {
    name: 'door of features',
    severity: 'error',
    from: { path: '^src/features/' },
    to: { path: '^(src/(cli|jobs|main)|web/)' },
  },
  {
    name: 'the identity provider of the demo is loaded by whoever starts the server',
    severity: 'error',
    from: { path: '^src/(?!identity-provider/|start-server\\.ts|start-demo-provider\\.ts)' },
    to: { path: '^src/identity-provider/' },
  },
  { name: 'main is not imported', severity: 'error', from: {}, to: { path: '^src/main\\.ts$' } },
  // Types may meet; the renderers of a requirement tree call each other as its nodes do.
  {
    name: 'no circles',
    severity: 'error',
    from: { pathNot: '^web/explanation/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  // Packages that export by condition only are beyond this resolver; the compiler vouches for packages.
  { name: 'no dead ends', severity: 'error', from: {}, to: { path: '^\\.', couldNotResolve: true } },
];

export interface DoorsReport {
  readonly modules: number;
  readonly trespasses: readonly { rule: string; from: string; to: string }[];
}

/** Reads every import below `root` and lists those that go through a wall. */
export async function checkDoors(root: string): Promise<DoorsReport> {
  const tsConfigFile = join(root, 'tsconfig.json');
  const { output } = await cruise(
    ['src', 'web'],
    {
      baseDir: root,
      ruleSet: { forbidden: rules },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      // The build file of the pages is no part of a room.
      exclude: { path: '\\.(css|svg|png|json)$|^web/vite\\.config\\.ts$' },
    },
    { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
    existsSync(tsConfigFile) ? { tsConfig: extractTSConfig(tsConfigFile) } : {},
  );
  const { summary } = output as ICruiseResult;
  return {
    modules: summary.totalCruised,
    trespasses: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
