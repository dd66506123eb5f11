/** Types of installation.js for its spec. */
export interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly link?: boolean;
}
export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}
export const root: string;
export const node: string;
export function whyInstall(lock: LockFile, installed: LockFile | undefined): string | undefined;
export function install(folder: string): string | undefined;
export function missingNode(): string | undefined;
