import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { absentOptionalPackages } from '../../scripts/complete-lock.js';
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

  const packages = (path: string) =>
    (JSON.parse(readFileSync(join(root, path), 'utf8')) as { packages: Record<string, { resolved?: string }> })
      .packages;

  it.each(locks)('%s names no download address', (path) => {
    const places = Object.keys(packages(path));
    expect(places.length).toBeGreaterThan(1);
    expect(places.filter((place) => packages(path)[place]?.resolved)).toEqual([]);
  });
  // When this fails: node scripts/complete-lock.js
  it.each(locks)('%s holds the packages of every platform, without which npm ci refuses it', (path) =>
    expect(absentOptionalPackages({ packages: packages(path) })).toEqual({}),
  );
});

describe('completing a lock file', () => {
  const holder = { version: '2.0.0', dev: true, optionalDependencies: { '@swc/core-linux-arm64-musl': '2.0.0' } };

  it('adds the package of another platform as its name says', () =>
    expect(absentOptionalPackages({ packages: { 'node_modules/@swc/core': holder } })).toEqual({
      'node_modules/@swc/core-linux-arm64-musl': {
        version: '2.0.0',
        dev: true,
        optional: true,
        os: ['linux'],
        cpu: ['arm64'],
        libc: ['musl'],
      },
    }));
  it('refuses to guess the platform of a package that does not say it', () =>
    expect(() =>
      absentOptionalPackages({ packages: { 'node_modules/a': { optionalDependencies: { native: '1.0.0' } } } }),
    ).toThrow('does not say a platform'));
});

function pinnedNode(): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  return manifest.devDependencies.node ?? '';
}
