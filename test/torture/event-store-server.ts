/** The double of EventStoreDB as a process of its own: `event-store-server.ts FILE PORT`, ordered about by messages. */
import { type Ending, type Fault, startEventStoreDouble } from '../../libs/event-store/testing/index.ts';

/** What its parent may ask of it. */
export type Order =
  | { readonly do: 'arm'; readonly fault: string; readonly options: object }
  | { readonly do: 'struck' | 'lift' | 'openCalls' | 'close' }
  | { readonly do: 'dropConnections' | 'endBatchStreams' | 'endSubscriptions' }
  | { readonly do: 'restart'; readonly ending: Ending; readonly milliseconds: number };

const [path, port] = process.argv.slice(2);
const double = await startEventStoreDouble({ path, port: Number(port) });
let armed: Fault | undefined;

async function obey(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'arm':
      armed = (double.faults as unknown as Record<string, (options: object) => Fault>)[order.fault]?.(order.options);
      return undefined;
    case 'struck':
      return armed?.struck;
    case 'lift':
      armed?.lift();
      return armed?.struck;
    case 'openCalls':
      return double.openCalls().map(({ rpc }) => rpc);
    case 'restart':
      return double.restart(order);
    case 'close':
      return double.close();
    default:
      return double.faults[order.do]();
  }
}

process.on('message', async ({ id, order }: { id: number; order: Order }) => {
  const answer = await obey(order);
  process.send?.({ id, answer });
  if (order.do === 'close') process.disconnect();
});
// A parent that is gone needs no server any more.
process.on('disconnect', () => process.exit());
process.send?.({ port: double.port });
