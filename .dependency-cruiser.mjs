/**
 * The import rules of the house (docs/architecture.md), checked by `npm test` and by test/architecture.
 *
 * A library reaches another only through the other's `index.ts`, only by its `#name`, and only downwards.
 * Specs, and the `contract/` and `testing/` folders that serve them, may import anything.
 */

const contexts = ['academic-record', 'credit-transfer', 'awards', 'audit'];
const ground = ['kernel', 'regulations', 'event-store', 'student-record'];
const belowContexts = [...ground, 'commands', 'projections', 'catalogue'];

/** What each library may import, by `#name`. A library that is not named here may not stand in libs/. */
export const uses = {
  kernel: [],
  regulations: ['kernel'],
  'event-store': ['kernel'],
  'student-record': ['kernel', 'regulations'],
  commands: ground,
  projections: ground,
  catalogue: ['kernel', 'regulations', 'event-store', 'commands'],
  ...Object.fromEntries(
    contexts.map((context) => [context, [...belowContexts, ...contexts.filter((other) => other !== context)]]),
  ),
  system: [...belowContexts, ...contexts],
};

/** Libraries that compute and never read or write: what they may take from npm; nothing of Node itself. */
const pure = { kernel: ['temporal-polyfill', 'uuid'], regulations: [], 'student-record': [] };

const spec = '\\.spec\\.ts$';
const forTests = '^(libs|apps)/.+/(contract|testing)/';
const packages = (names) => names.map((name) => `(^|/)node_modules/${name}/`);

const onlyDownwards = Object.entries(uses).map(([library, lower]) => ({
  name: `${library}-imports-only-what-lies-below`,
  comment: `libs/${library} may import: ${lower.join(', ') || 'no other library'}.`,
  severity: 'error',
  from: { path: `^libs/${library}/`, pathNot: [spec, forTests] },
  to: { path: '^libs/', pathNot: [library, ...lower].map((name) => `^libs/${name}/`) },
}));

const withoutSideEffects = Object.entries(pure).flatMap(([library, allowed]) => {
  const from = { path: `^libs/${library}/`, pathNot: [spec, forTests] };
  return [
    {
      name: `${library}-does-no-io`,
      comment: `libs/${library} is pure: nothing of Node's own modules.`,
      severity: 'error',
      from,
      to: { dependencyTypes: ['core'] },
    },
    {
      name: `${library}-uses-few-packages`,
      comment: `libs/${library} is pure: of npm packages only ${allowed.join(', ') || 'none'}.`,
      severity: 'error',
      from,
      to: { path: '(^|/)node_modules/', pathNot: packages(allowed) },
    },
  ];
});

export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one idea in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'A file that nobody imports and that imports nobody is dead.',
      severity: 'error',
      from: { orphan: true, pathNot: [spec, '^apps/[^/]+/main\\.ts$', '\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'no-broken-import',
      comment: 'What is imported must be there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'library-has-its-place',
      comment: 'A new library is first given its place in the table at the top of this file.',
      severity: 'error',
      from: { path: '^libs/', pathNot: Object.keys(uses).map((library) => `^libs/${library}/`) },
      to: {},
    },
    ...onlyDownwards,
    ...withoutSideEffects,
    {
      name: 'library-by-index-only',
      comment: 'Nobody walks into the folders of a library: its index.ts says what it offers.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: [spec, forTests] },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$'] },
    },
    {
      name: 'app-takes-library-by-index-only',
      comment: 'An app, too, takes a library by its index.ts.',
      severity: 'error',
      from: { path: '^apps/', pathNot: [spec, forTests] },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/index\\.ts$' },
    },
    {
      name: 'library-by-name-only',
      comment: "A library is imported by its #name, so that its place is written once, in package.json's imports.",
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: {
        path: '^libs/[^/]+/index\\.ts$',
        pathNot: '^libs/$1/',
        dependencyTypesNot: ['aliased-subpath-import'],
      },
    },
    {
      name: 'app-takes-library-by-name-only',
      comment: 'An app, too, imports a library by its #name.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/[^/]+/index\\.ts$', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'no-library-imports-an-app',
      comment: 'Apps stand on top: a library never knows who runs it.',
      severity: 'error',
      from: { path: '^libs/', pathNot: [spec, forTests] },
      to: { path: '^apps/' },
    },
    {
      name: 'sqlite-in-two-rooms',
      comment: 'Only the embedded store and the read database know that they run on SQLite.',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: [spec, forTests, '^libs/event-store/sqlite/', '^libs/projections/read-database/'],
      },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'eventstoredb-in-one-room',
      comment: 'Only the adapter, and the double that it is tried against, know the client of EventStoreDB.',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: ['^libs/event-store/eventstoredb/', '^libs/event-store/testing/'],
      },
      to: { path: packages(['@eventstore']) },
    },
    {
      name: 'double-for-specs-only',
      comment: 'The double of EventStoreDB serves specs: no server that a record may be kept on.',
      severity: 'error',
      from: { path: '^(apps|libs|test)/', pathNot: [spec, forTests, '^test/', '^libs/event-store/testing/'] },
      to: { path: '^libs/event-store/testing/' },
    },
    {
      name: 'product-without-test-code',
      comment: 'contract/ and testing/ folders, and test/, serve specs only.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [spec, forTests] },
      to: { path: [forTests, '^test/', spec] },
    },
    {
      name: 'product-without-dev-packages',
      comment: 'What runs in production is in dependencies, not in devDependencies.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [spec, forTests] },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'packages-are-declared',
      comment: 'A package that another happens to bring along is not ours to import: add it to package.json.',
      severity: 'error',
      from: { path: '^(apps|libs|test)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API for dependency-cruiser to parse with; swc reads the same files.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
