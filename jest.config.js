import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Specs say their cost in their name: `.unit.spec.ts`, `.int.spec.ts`, `.e2e.spec.ts`, `.torture.spec.ts`. A
 * `.measure.spec.ts` holds a speed against a bound and wants a quiet machine: it is run by name, not by `npm test`.
 */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
    },
    module: { type: 'es6' },
  },
];

export default {
  rootDir: import.meta.dirname,
  roots: ['apps', 'libs', 'test'].map((tree) => join(import.meta.dirname, tree)).filter((tree) => existsSync(tree)),
  testMatch: ['**/*.spec.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': swc },
  setupFilesAfterEnv: [
    join(import.meta.dirname, 'test/setup/second-chance.ts'),
    ...(process.env.CLAUSES_SEEN ? [join(import.meta.dirname, 'test/clauses-seen/record-clauses.ts')] : []),
  ],
  testTimeout: 60_000,
};
