import type { Readable } from 'node:stream';
import { EventStoreDBClient } from '@eventstore/db-client';
import services from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ClientSettings } from './settings.ts';

export type ReadRequest = InstanceType<typeof streams.ReadReq>;
export type ReadMessage = InstanceType<typeof streams.ReadResp>;

/** A stream of messages from the server, with its order kept: events, checkpoints and word of having caught up. */
export type ReadCall = Readable & { cancel(): void };

type Batches = Readable & { write(message: unknown): boolean };

/**
 * The client's own class, with guards where the client would take the process with it or never answer:
 * - the promises of appends stand in one place for all clients of a process, and whenever one client's stream of
 *   batches fails, all of them are rejected and forgotten. An answer that then comes for one of another client is
 *   an uncaught TypeError; here it is dropped, and the append is tried again by whoever waits for it.
 * - a write that waits for its turn when the stream fails is a rejection that nobody can catch. Writes do not wait
 *   here; `gate.ts` bounds how much is under way.
 * - a stream of batches that the server ends as if all were well stays in use, and its appends are never answered.
 *   Here it counts as failed.
 *
 * Reading goes by messages and not by the client's own readable streams: these report checkpoints ahead of events
 * that nobody has taken yet, and parse all data and metadata whether they are wanted or not.
 */
export class GuardedClient extends EventStoreDBClient {
  readonly #waiting = new Set<() => void>();
  #losses = 0;
  #isSpent = false;

  constructor({ place, options, channel, user }: ClientSettings, generation: number) {
    const { keepAliveInterval = 10_000 } = options;
    // Connections of the same settings are shared in a process. A client that is made anew is to have a new one.
    const settings = { ...options, ...place, keepAliveInterval: keepAliveInterval + generation };
    // The forms of the constructor differ in the place alone, and TypeScript tries them one by one.
    super(settings as typeof settings & { endpoint: { address: string; port: number } }, channel, user);
    const create = this.GRPCStreamCreator;
    this.GRPCStreamCreator = (service, name, creator, cache) =>
      create(
        service,
        name,
        async (grpc) => {
          const made = await creator(grpc);
          if (name === 'appendToStream') this.#guard(made as unknown as Batches);
          return made;
        },
        cache,
      );
  }

  /** How many streams of batches have failed or ended: nothing that was under way on them will be answered. */
  get losses(): number {
    return this.#losses;
  }

  /** Whether this client goes on using a stream of batches that has ended. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Calls back when a stream of batches fails or ends; returns how to take that back. */
  onLoss(callback: () => void): () => void {
    this.#waiting.add(callback);
    return () => this.#waiting.delete(callback);
  }

  read(request: ReadRequest, requiresLeader: boolean): Promise<ReadCall> {
    // No deadline of gRPC: it would end a long reading that goes well. Silence is watched for by the reader.
    const [metadata, options] = this.callArguments({ requiresLeader }, { deadline: Number.POSITIVE_INFINITY });
    return this.GRPCStreamCreator(services.StreamsClient, 'read', (grpc) => {
      const call = grpc.read(request, metadata, options);
      // A call that was given up fails later, when nobody listens any more.
      call.on('error', () => undefined);
      return call;
    })();
  }

  #guard(batches: Batches): void {
    for (const receive of batches.listeners('data') as ((answer: unknown) => void)[]) {
      batches.on('data', (answer) => {
        try {
          receive(answer);
        } catch {
          // Nobody waits for it any more, or it cannot be understood: then the deadline of the append ends it.
        }
      });
      batches.off('data', receive);
    }
    const write = batches.write.bind(batches);
    batches.write = (message) => {
      write(message);
      return true;
    };
    let isLost = false;
    const lose = (isSpent: boolean) => {
      if (isLost) return;
      isLost = true;
      this.#isSpent ||= isSpent;
      this.#losses++;
      for (const callback of [...this.#waiting]) callback();
    };
    // A stream that fails ends too, afterwards.
    batches.once('error', () => lose(false));
    batches.once('end', () => lose(true));
  }

  /** Cancels all that is under way and closes the connection. */
  async discard(): Promise<void> {
    await Promise.race([this.dispose(), soon()]);
    const closed = this.getChannel().then(
      (channel) => channel.close(),
      () => undefined,
    );
    await Promise.race([closed, soon()]);
  }
}

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 1000).unref());
