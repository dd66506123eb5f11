import type { SystemProjections } from '#system';
import type { RunningServer } from './listening.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/**
 * Waits until the read models of a server that listens already can be read, and says so in one line; a server that was
 * closed before says nothing. Closes it, and throws, when they cannot be built.
 */
export async function sayWhenBegun(
  running: RunningServer,
  { begun }: Pick<SystemProjections, 'begun'>,
  line: string,
  print = say,
): Promise<RunningServer> {
  try {
    if (await begun) print(line);
    return running;
  } catch (error) {
    await running.close();
    throw error;
  }
}
