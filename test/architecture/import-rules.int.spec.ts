import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const configuration = join(root, '.dependency-cruiser.mjs');
const trees = ['apps', 'libs', 'test'];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** The import rules that the files of a repository break. */
async function violations(repository: string): Promise<string[]> {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const found = trees.filter((tree) => existsSync(join(repository, tree)));
  const args = [cruiser, '--config', configuration, '--output-type', 'json', ...found];
  const report = await new Promise<string>((resolve, reject) =>
    execFile(process.execPath, args, { cwd: repository, maxBuffer: 2 ** 28 }, (_, stdout, stderr) =>
      // The cruiser exits with the number of violations; without a report on stdout it has failed itself.
      stdout ? resolve(stdout) : reject(new Error(stderr)),
    ),
  );
  const { summary } = JSON.parse(report) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
}

/** Each file breaks the rules named beside it and no other. */
const offences: [file: string, content: string, rules: string[]][] = [
  ['libs/kernel/up.ts', "import '#regulations';", ['kernel-imports-only-what-lies-below']],
  ['libs/kernel/type-up.ts', "import type { R } from '#commands';", ['kernel-imports-only-what-lies-below']],
  ['libs/kernel/disk.ts', "import 'node:fs';", ['kernel-does-no-io']],
  ['libs/kernel/nest.ts', "import '@nestjs/common';", ['kernel-uses-few-packages']],
  ['libs/regulations/disk.ts', "export * from 'node:fs/promises';", ['regulations-does-no-io']],
  ['libs/regulations/dates.ts', "import 'temporal-polyfill';", ['regulations-uses-few-packages']],
  ['libs/student-record/log.ts', "import '#event-store';", ['student-record-imports-only-what-lies-below']],
  ['libs/event-store/rules.ts', "import '#regulations';", ['event-store-imports-only-what-lies-below']],
  ['libs/projections/courses.ts', "import '#catalogue';", ['projections-imports-only-what-lies-below']],
  ['libs/catalogue/rows.ts', "import '#projections';", ['catalogue-imports-only-what-lies-below']],
  ['libs/commands/system.ts', "import '#system';", ['commands-imports-only-what-lies-below']],
  ['libs/awards/grades.ts', "import '../academic-record/marks.ts';", ['library-by-index-only']],
  ['libs/awards/path.ts', "import '../kernel/index.ts';", ['library-by-name-only']],
  [
    'libs/awards/later.ts',
    "export const later = () => import('../academic-record/marks.ts');",
    ['library-by-index-only'],
  ],
  ['libs/awards/app.ts', "import '../../apps/api/main.ts';", ['no-library-imports-an-app']],
  ['libs/awards/table.ts', "import { DatabaseSync } from 'node:sqlite';", ['sqlite-in-two-rooms']],
  ['libs/awards/trial.ts', "import '#event-store/contract';", ['library-by-index-only', 'product-without-test-code']],
  ['libs/awards/fixture.ts', "import '../../test/records.ts';", ['product-without-test-code']],
  ['libs/awards/double.ts', "import './testing/double.ts';", ['product-without-test-code']],
  ['libs/awards/gone.ts', "import './nowhere.ts';", ['no-broken-import']],
  ['libs/awards/runner.ts', "import 'jest';", ['product-without-dev-packages']],
  ['libs/awards/guest.ts', "import 'kysely';", ['packages-are-declared']],
  ['libs/awards/alone.ts', 'export const alone = 1;', ['no-orphan']],
  ['libs/awards/round.ts', "import './trip.ts';", ['no-circle']],
  ['libs/gossip/talk.ts', "import '#kernel';", ['library-has-its-place']],
  ['apps/api/inner.ts', "import '../../libs/awards/marks.ts';", ['app-takes-library-by-index-only']],
  ['apps/api/path.ts', "import '../../libs/kernel/index.ts';", ['app-takes-library-by-name-only']],
];

/** These break no rule: the right way, the exceptions for specs, and SQLite in its two rooms. */
const innocent: [file: string, content: string][] = [
  ['apps/api/main.ts', "import '#system'; import '#kernel';"],
  ['libs/kernel/index.ts', "import 'temporal-polyfill'; export * from './exact.ts';"],
  ['libs/kernel/exact.ts', 'export const exact = 1;'],
  ['libs/regulations/index.ts', "import '#kernel';"],
  ['libs/event-store/index.ts', "import '#kernel';"],
  ['libs/event-store/sqlite/database.ts', "import 'node:sqlite';"],
  ['libs/event-store/contract/index.ts', "import 'jest';"],
  ['libs/commands/index.ts', "import '#event-store'; import '#regulations';"],
  ['libs/projections/index.ts', "import './read-database/sqlite.ts';"],
  ['libs/projections/read-database/sqlite.ts', "import 'node:sqlite';"],
  ['libs/catalogue/index.ts', "import '#commands';"],
  ['libs/academic-record/index.ts', "import './marks.ts'; import '#catalogue';"],
  ['libs/academic-record/marks.ts', "import '@nestjs/common';"],
  ['libs/awards/index.ts', "import '#academic-record'; import './marks.ts';"],
  ['libs/awards/marks.ts', "import '#kernel';"],
  // The other half of the circle round.ts, which is reported once. Types count too.
  ['libs/awards/trip.ts', "import type { Round } from './round.ts';"],
  ['libs/awards/testing/double.ts', "import 'jest';"],
  ['libs/awards/awards.unit.spec.ts', "import '#event-store/contract'; import './testing/double.ts'; import 'jest';"],
  ['libs/system/index.ts', "import '#awards'; import '#projections';"],
  ['test/records.ts', "import '../libs/awards/marks.ts';"],
];

const libraries = [
  ...['kernel', 'regulations', 'event-store', 'event-store/contract', 'commands', 'projections', 'catalogue'],
  ...['academic-record', 'awards', 'system'],
];
const manifest = {
  name: 'fixture',
  type: 'module',
  dependencies: { '@nestjs/common': '1.0.0', 'temporal-polyfill': '1.0.0' },
  devDependencies: { jest: '1.0.0' },
  imports: Object.fromEntries(
    libraries.map((name) => [`#${name}`, { source: `./libs/${name}/index.ts`, default: './no' }]),
  ),
};

describe('the import rules', () => {
  let repository: string;
  let broken: string[];

  beforeAll(async () => {
    repository = mkdtempSync(join(tmpdir(), 'import-rules-'));
    const write = (path: string, content: string) => {
      mkdirSync(dirname(join(repository, path)), { recursive: true });
      writeFileSync(join(repository, path), content);
    };
    write('package.json', JSON.stringify(manifest));
    for (const name of ['@nestjs/common', 'temporal-polyfill', 'jest', 'kysely']) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
      write(`node_modules/${name}/index.js`, '');
    }
    for (const [file, content] of [...innocent, ...offences]) write(file, content);
    broken = await violations(repository);
  });
  afterAll(() => rmSync(repository, { recursive: true, force: true }));

  it.each(offences)('refuses %s: %s', (file, _, rules) => {
    const against = broken.filter((line) => line.startsWith(`${file}: `)).map((line) => line.slice(file.length + 2));
    expect([...new Set(against)].sort()).toEqual([...rules].sort());
  });
  it.each(innocent)('allows %s: %s', (file) => {
    expect(broken.filter((line) => line.startsWith(`${file}: `))).toEqual([]);
  });
});

describe('this repository', () => {
  it('keeps the import rules', async () => expect(await violations(root)).toEqual([]));

  it('names the cost of every spec, so that a stage of the test run finds it', () => {
    const specs = trees.flatMap((tree) =>
      existsSync(join(root, tree)) ? readdirSync(join(root, tree), { recursive: true, encoding: 'utf8' }) : [],
    );
    const unpriced = specs.filter(
      (path) => /\.spec\.ts$/.test(path) && !/\.(unit|int|e2e|torture|measure)\.spec\.ts$/.test(path),
    );
    expect(unpriced).toEqual([]);
  });
});
