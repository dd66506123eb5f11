import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type LockedPackage, missingNode, root, whyInstall } from '../../scripts/installation.js';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/jest': { version: '30.5.2', integrity: 'sha512-jest' },
    'node_modules/parser-for-another-platform': { version: '1.0.0', integrity: 'sha512-parser', optional: true },
  },
};
const jest = { version: '30.5.2', integrity: 'sha512-jest' };
const installed = (packages: Record<string, LockedPackage>) => whyInstall(lock, { packages });

describe('whether to install', () => {
  it('installs into a fresh clone', () => expect(whyInstall(lock, undefined)).toBe('packages are not installed yet'));
  it('leaves alone what is as locked', () => expect(installed({ 'node_modules/jest': jest })).toBeUndefined());
  it('installs what is missing', () => expect(installed({})).toBe('node_modules/jest is missing'));
  it.each([
    ['version', { ...jest, version: '30.5.1' }],
    ['content', { ...jest, integrity: 'sha512-other' }],
  ])('installs again when the %s differs', (_, found) =>
    expect(installed({ 'node_modules/jest': found })).toBe('node_modules/jest has changed'),
  );
  it('installs again when a package was dropped from the lock', () =>
    expect(installed({ 'node_modules/jest': jest, 'node_modules/left': {} })).toBe(
      'node_modules/left is no longer used',
    ));
});

describe('what is installed', () => {
  it("runs these tests under the project's own Node", () => {
    expect(missingNode()).toBeUndefined();
    expect(process.versions.node).toBe(pinnedNode());
  });
});

describe('the lock files', () => {
  const locks = ['package-lock.json', 'bench/package-lock.json'].filter((path) => existsSync(join(root, path)));

  it.each(locks)('%s names no download address', (path) => {
    const { packages } = JSON.parse(readFileSync(join(root, path), 'utf8')) as {
      packages: Record<string, { resolved?: string }>;
    };
    expect(Object.keys(packages).filter((place) => packages[place]?.resolved?.includes('://'))).toEqual([]);
    expect(Object.keys(packages).length).toBeGreaterThan(1);
  });
});

function pinnedNode(): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  return manifest.devDependencies.node ?? '';
}
