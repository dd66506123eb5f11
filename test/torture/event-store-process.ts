import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Order } from './event-store-server.ts';

const MAIN = join(import.meta.dirname, 'event-store-server.ts');

/** The protocol double in a process of its own, on one port and one file whatever befalls it. */
export interface EventStoreProcess {
  readonly connectionString: string;
  /** Has it do something; resolves to its answer. */
  order<Answer = unknown>(order: Order): Promise<Answer>;
  /** No warning, no goodbye, and nothing that was in memory; another one comes up after a while. */
  kill(milliseconds: number): Promise<void>;
  /** Does nothing at all for a while, and then what was sent to it meanwhile. */
  freeze(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts it over a file. */
export async function startEventStore(path: string): Promise<EventStoreProcess> {
  let { child, port } = await start(path, 0);
  let number = 0;

  async function order<Answer>(order: Order): Promise<Answer> {
    const id = ++number;
    const answered = new Promise<Answer>((resolve, reject) => {
      const current = child;
      const gone = (code: number | null) => reject(new Error(`the event store ended with ${code}`));
      const hear = (message: { id?: number; answer: Answer }) => {
        if (message.id !== id) return;
        current.off('message', hear).off('exit', gone);
        resolve(message.answer);
      };
      current.on('message', hear).on('exit', gone);
    });
    child.send({ id, order });
    return answered;
  }

  return {
    connectionString: `esdb://127.0.0.1:${port}?tls=false`,
    order,
    async kill(milliseconds) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await pause(milliseconds);
      ({ child, port } = await start(path, port));
    },
    async freeze(milliseconds) {
      child.kill('SIGSTOP');
      await pause(milliseconds);
      child.kill('SIGCONT');
    },
    async close() {
      const ended = once(child, 'exit');
      await order({ do: 'close' });
      await ended;
    },
  };
}

async function start(path: string, wanted: number): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(MAIN, [path, String(wanted)], {
    execArgv: ['--conditions=source', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [{ port }] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the event store did not start: ${code}`))),
  ])) as [{ port: number }];
  // It ends with its parent; the parent need not wait for it when a test fails.
  child.unref();
  child.channel?.unref();
  return { child, port };
}
