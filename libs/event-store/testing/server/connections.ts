import { createServer, type Server as Listener, type Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { Server, ServerCredentials, type ServiceDefinition, type UntypedServiceImplementation } from '@grpc/grpc-js';

/** Services with what serves them. */
export type Services = readonly (readonly [ServiceDefinition, UntypedServiceImplementation])[];

/** How long callers have to take the last that was said to them, in milliseconds. */
const PATIENCE = 500;

const OPTIONS = {
  // Of the real server; the default of grpc-js would refuse appends that the real one refuses in its own words.
  'grpc.max_receive_message_length': 16_767_216,
  'grpc.keepalive_time_ms': 10_000,
  'grpc.keepalive_timeout_ms': 10_000,
};

/**
 * What a call failed with goes out some turns of the event loop later, and would be lost with a session that
 * is closed before. Turns are counted, for on a busy machine time alone may pass without any.
 */
async function lastWords(): Promise<void> {
  await wait(20);
  for (let turn = 0; turn < 50; turn++) await nextTurn();
}

/** The gRPC server on sockets that we hold ourselves, so that they can be destroyed. */
export function connectionsFor(services: Services) {
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let listener: Listener | undefined;

  const drop = (applies: (socket: Socket) => boolean = () => true) => {
    for (const socket of [...sockets]) if (applies(socket)) socket.destroy();
  };

  return {
    /** Listens on a port of 127.0.0.1, a free one for 0, and tells which. */
    async open(port: number): Promise<number> {
      const grpc = new Server(OPTIONS);
      for (const [definition, implementation] of services) grpc.addService(definition, implementation);
      const injector = grpc.createConnectionInjector(ServerCredentials.createInsecure());
      const accepting = createServer({ noDelay: true }, (socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
        injector.injectConnection(socket);
      });
      await new Promise<void>((resolve, reject) => {
        accepting.once('error', reject).listen(port, '127.0.0.1', resolve);
      });
      server = grpc;
      listener = accepting;
      return (accepting.address() as { port: number }).port;
    },
    drop: () => drop(),
    /** Destroys the connection of one caller, as gRPC names it. */
    dropPeer: (peer: string) => drop(({ remotePort }) => peer.endsWith(`:${remotePort}`)),
    /** Takes no more connections. Those there are may first hear how their calls ended, when that is wished. */
    async close(isOrderly: boolean): Promise<void> {
      const closed = new Promise((resolve) => listener?.close(resolve) ?? resolve(undefined));
      if (isOrderly) await lastWords();
      const quiet = new Promise<void>((resolve) => server?.tryShutdown(() => resolve()));
      if (isOrderly) await Promise.race([quiet, wait(PATIENCE, undefined, { ref: false })]);
      server?.forceShutdown();
      drop();
      await closed;
    },
  };
}
