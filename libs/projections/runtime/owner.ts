import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a lease: a process on a host, and which of its holders. */
interface Owner {
  readonly host: string;
  /** Process ids mean something within one of these only; containers that share a host's name have each their own. */
  readonly pids: string;
  readonly pid: number;
  readonly id: string;
}

const here = { host: hostname(), pids: pidNamespace(), pid: process.pid };
const made = new Set<string>();

/** A name for a new holder of leases in this process. */
export function newOwner(): string {
  const id = randomUUID();
  made.add(id);
  return JSON.stringify({ ...here, id } satisfies Owner);
}

/**
 * Whether a holder is known to be gone: its process was on this machine and is no more. Of other machines nothing is
 * known. A process with the number of this one that is not this one was here before it: in a container that was
 * restarted the number is the same every time.
 */
export function isGone(owner: string): boolean {
  const { host, pids, pid, id } = read(owner);
  if (host !== here.host || pids !== here.pids) return false;
  if (pid === here.pid) return !made.has(id);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Whether a holder is one of this process. */
export const isOwn = (owner: string): boolean => made.has(read(owner).id);

/** `process 4711 on registry-2` */
export function ownerShown(owner: string): string {
  const { host, pid } = read(owner);
  return `process ${pid} on ${host}`;
}

function read(owner: string): Owner {
  try {
    return JSON.parse(owner) as Owner;
  } catch {
    return { host: owner, pids: '', pid: 0, id: '' };
  }
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
