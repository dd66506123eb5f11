import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../dist/apps/cli/main.js');

/** The product as a process of its own, to be killed. */
export interface ServerProcess {
  readonly url: string;
  /** No warning, no flush, no goodbye. */
  kill(): Promise<void>;
}

/** Starts the server on a free port; resolves when it says that it is ready. */
export async function startServer(dataDir: string, ...more: readonly string[]): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, 'serve', '--port', '0', '--data-dir', dataDir, ...more],
    { env: { ...process.env, AUTH_MODE: 'development', LOG_LEVEL: 'silent' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = once(child, 'exit');
  const url = await addressOf(child);
  return {
    url,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const [address] = /http:\/\/[\d.]+:\d+/.exec(said) ?? [];
      if (address) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready: ${said}`)));
  });
}
