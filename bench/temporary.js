import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Set();

/** A new folder for this run, gone when it ends. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `records-bench-${name}-`));
  made.add(folder);
  return folder;
}

/** Removes a folder before the end of the run, because the disk may be small. */
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  made.delete(folder);
}

export function removeAllFolders() {
  for (const folder of made) removeFolder(folder);
}

/** Gives each run a fresh file in a fresh folder, and removes both afterwards. */
export async function inFreshFile(name, work) {
  const folder = temporaryFolder(name);
  try {
    return await work(join(folder, 'file.sqlite'));
  } finally {
    removeFolder(folder);
  }
}
