import { Presets, SingleBar } from 'cli-progress';

/** What an exit code says to a script. */
export const EXIT = {
  /** Done, and all as it should be. */
  ok: 0,
  /** Done, and something was found: a failing scenario, a read model that differs, a row left out of an import. */
  found: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** Input that cannot be read, or a store that cannot be opened. */
  input: 3,
} as const;

/** Ends a command with a message for people and a code for scripts. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.input) {
    super(message);
    this.exitCode = exitCode;
  }
}

export interface Progress {
  /** So many of the total are done. */
  to(done: number, total?: number): void;
  end(): void;
}

const LINE_EVERY_MS = 2_000;

/** A bar with an estimate on a terminal, a line every other second elsewhere; on standard error, so that output stays clean. Without a total it only counts. */
export function progress(what: string, total?: number): Progress {
  return process.stderr.isTTY ? bar(what, total) : lines(what, total);
}

function bar(what: string, total: number | undefined): Progress {
  const share = total === undefined ? '{value}' : '[{bar}] {percentage}% {value}/{total} {eta_formatted} left';
  const single = new SingleBar({ format: `${what} ${share}`, stream: process.stderr }, Presets.shades_classic);
  single.start(total ?? 0, 0);
  return {
    to: (done, newTotal) => {
      if (newTotal !== undefined) single.setTotal(newTotal);
      single.update(done);
    },
    end: () => single.stop(),
  };
}

function lines(what: string, total: number | undefined): Progress {
  let said = Date.now();
  let known = total;
  return {
    to: (done, newTotal) => {
      known = newTotal ?? known;
      if (Date.now() - said < LINE_EVERY_MS) return;
      said = Date.now();
      const share = known ? ` (${Math.floor((100 * done) / known)}%)` : '';
      process.stderr.write(`${what}: ${done}${known === undefined ? '' : ` of ${known}`}${share}\n`);
    },
    end: () => undefined,
  };
}

/** Prints a result: as JSON for programs, or as the lines that people read. */
export function print(json: boolean | undefined, value: unknown, forPeople: () => string): void {
  process.stdout.write(`${json ? JSON.stringify(value, withBigints, 2) : forPeople()}\n`);
}

export const withBigints = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
