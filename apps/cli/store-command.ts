import { Command } from 'commander';
import { type CopyResult, copyStore, type Difference, TargetDiffers } from '#event-store';
import { NotAStore, openEventStore, withoutPassword } from '#system';
import { CommandFailure, EXIT, type Progress, print, progress } from './output.ts';

interface CopyOptions {
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

export function storeCommand(): Command {
  const copy = new Command('copy')
    .description('copy a log into another store and compare the two; run again, it goes on where it was')
    .requiredOption('--from <url>', 'the store to read: sqlite:data/events.sqlite, esdb://host:2113?tls=false')
    .requiredOption('--to <url>', 'the store to fill: empty, or a copy of the same log that was begun')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      `
Exit codes: ${EXIT.ok} the target is a copy; ${EXIT.found} it was copied and is not equal in the end; ${EXIT.usage} a URL names no store;
${EXIT.input} a store cannot be opened, or the target holds other events (nothing is written then).`,
    )
    .action(copyAll);
  return new Command('store').description('the event store').addCommand(copy);
}

async function copyAll({ from, to, json }: CopyOptions): Promise<void> {
  const source = await opened(from, true);
  try {
    const target = await opened(to, false);
    try {
      const bars = phases();
      const result = await copyStore(source, target, { onProgress: bars.to }).finally(bars.end);
      const stores = { from: withoutPassword(from), to: withoutPassword(to) };
      print(json, { ...stores, ...result }, () => told(result));
      process.exitCode = result.equal ? EXIT.ok : EXIT.found;
    } finally {
      await target.close();
    }
  } catch (error) {
    throw error instanceof TargetDiffers ? new CommandFailure(error.message) : error;
  } finally {
    await source.close();
  }
}

async function opened(url: string, existing: boolean) {
  try {
    return await openEventStore(url, { existing });
  } catch (error) {
    throw error instanceof NotAStore ? new CommandFailure(error.message, EXIT.usage) : error;
  }
}

/** A bar for each phase, one after the other. */
function phases() {
  let current: { readonly phase: string; readonly bar: Progress } | undefined;
  const end = () => current?.bar.end();
  return {
    to: (phase: string, done: number, of?: number) => {
      if (current?.phase !== phase) {
        end();
        current = { phase, bar: progress(phase, of) };
      }
      current.bar.to(done, of);
    },
    end,
  };
}

const told = ({ streams, events, standing, upTo, differences, displaced, equal }: CopyResult): string =>
  [
    `${events} events of ${streams} streams, up to position ${upTo}; ${standing} were there before`,
    ...differences.map(differenceTold),
    ...(displaced ? [`  the order of the log is another from ${displaced.stream}@${displaced.revision} on`] : []),
    equal ? 'every stream is equal by SHA-256, and so is the order of the log' : 'THE COPY IS NOT EQUAL',
  ].join('\n');

const differenceTold = ({ stream, revision, kind }: Difference): string => `  ${kind}: ${stream}@${revision}`;
