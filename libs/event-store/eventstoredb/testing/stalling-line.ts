import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server on this machine that can go dead without being cut, as behind a router that forgot it. */
export interface StallingLine {
  readonly port: number;
  /** How many connections were made over it. */
  connections(): number;
  /** Nothing comes through any more on the connections there are, in either direction. New ones are well. */
  stall(): void;
  close(): Promise<void>;
}

export async function stallingLine(to: number): Promise<StallingLine> {
  const sockets = new Set<Socket>();
  let made = 0;
  const server = createServer((near) => {
    made++;
    const far = connect(to, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => made,
    stall() {
      for (const socket of sockets) {
        socket.unpipe();
        // What comes is taken and goes nowhere.
        socket.resume();
      }
    },
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
