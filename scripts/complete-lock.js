/**
 * Completes package-lock.json after `npm install` against a registry that does not carry the native packages of every
 * platform: npm leaves out what it cannot see, and then `npm ci` refuses the lock file, here and everywhere. Adds each
 * optional package that a locked package names by an exact version, with the platform that its name says and without
 * a hash, as none can be known here.   node scripts/complete-lock.js [folder]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './installation.js';

/**
 * What the lock file has to say beside what it says: the optional packages that it names and does not hold.
 *
 * @param {{packages: Record<string, object>}} lock
 * @returns {Record<string, object>} by their place in node_modules
 */
export function absentOptionalPackages(lock) {
  const absent = {};
  for (const [place, holder] of Object.entries(lock.packages))
    for (const [name, version] of Object.entries(holder.optionalDependencies ?? {}))
      if (!lock.packages[`node_modules/${name}`] && !lock.packages[`${place}/node_modules/${name}`])
        absent[`node_modules/${name}`] = {
          version,
          ...(holder.dev ? { dev: true } : {}),
          optional: true,
          ...platform(name),
        };
  return absent;
}

/** The platform for which a native package is made, from a name such as `@swc/core-linux-arm64-musl`. */
function platform(name) {
  const found = name.match(/-(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-([a-z]+))?$/);
  if (!found) throw new Error(`The name ${name} does not say a platform: add it to package-lock.json by hand.`);
  const [, os, cpu, abi] = found;
  const libc = os === 'linux' && (abi?.startsWith('musl') ? 'musl' : 'glibc');
  return { cpu: [cpu], ...(libc ? { libc: [libc] } : {}), os: [os] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(process.argv[2] ?? root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const absent = absentOptionalPackages(lock);
  const packages = Object.entries({ ...lock.packages, ...absent }).sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
  console.log(`${Object.keys(absent).length} packages of other platforms added to ${path}.`);
}
