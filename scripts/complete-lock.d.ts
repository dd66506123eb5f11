/** Types of complete-lock.js for its spec. */
export interface LockFile {
  readonly packages: Readonly<Record<string, object>>;
}
export function absentOptionalPackages(lock: LockFile): Readonly<Record<string, object>>;
