import { Command } from 'commander';
import type { RecordedEvent } from '#kernel';
import { openStores } from '#system';
import { existingStores, type WhichStores, withStores } from './data-dir.ts';
import { CommandFailure, EXIT, print } from './output.ts';

interface EventsOptions extends WhichStores {
  readonly json?: boolean;
}

export function eventsCommand(): Command {
  const show = withStores(new Command('show'))
    .description('show the events of a stream, such as record-S1 or requests-S1, with who, when and why')
    .argument('<stream>', 'the name of the stream')
    .option('--json', 'print whole events as JSON')
    .action(async (stream: string, { json, ...which }: EventsOptions) => {
      const stores = await openStores(existingStores(which));
      try {
        const events: RecordedEvent[] = [];
        for await (const event of stores.store.readStream(stream)) events.push(event);
        if (events.length === 0) throw new CommandFailure(`there is no stream ${stream}`, EXIT.found);
        print(json, events, () => events.map(told).join('\n'));
      } finally {
        await stores.close();
      }
    });
  return new Command('events').description('look into the log').addCommand(show);
}

function told({ revision, position, type, data, metadata }: RecordedEvent): string {
  const { actor, recordedAt, effectiveOn, ruling, override } = metadata;
  const who = actor.id ? `${actor.role} ${actor.id}` : actor.role;
  const clauses = ruling?.findings.map(({ clause, holds }) => (holds ? clause : `not ${clause}`)).join(', ');
  return [
    `${revision}  ${type}  ${effectiveOn}  by ${who}, recorded ${recordedAt}, position ${position}`,
    `   ${JSON.stringify(data)}`,
    ...(ruling ? [`   ${ruling.outcome} by ${ruling.pack}: ${clauses}`] : []),
    ...(override ? [`   on the authority of ${override.authority}: ${override.reason}`] : []),
  ].join('\n');
}
