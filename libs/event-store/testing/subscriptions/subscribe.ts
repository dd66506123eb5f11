import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { LogRecord } from '../log/record.ts';
import { resolve } from '../reads/links.ts';
import type { ServerNode } from '../server/node.ts';
import type { Outlet } from '../server/outlet.ts';
import { caughtUpMessage, confirmationMessage, eventMessage } from '../wire/read-messages.ts';
import { checkpointsOf } from './checkpoints.ts';
import { liveFrom } from './live.ts';
import { sourceOf } from './sources.ts';

/** A subscription: confirmed, caught up with the log, live, and caught up again whenever its reader falls behind. */
export async function subscribe({ log, limits }: ServerNode, options: ReadReq.Options, outlet: Outlet): Promise<void> {
  const source = sourceOf(log, options);
  const idsAsText = options.getUuidOption()?.hasString() ?? false;
  const live = liveFrom(log, source);
  outlet.onClose(live.stop);
  const checkpoints = checkpointsOf(source, limits);
  let place = source.start;

  const send = async (message: ReadResp | undefined) => {
    const full = message && outlet.send(message);
    if (full) await full;
  };
  const sendEvent = async (record: LogRecord) => {
    place = source.placeOf(record);
    if (source.filter && !source.filter.matches(record)) return;
    checkpoints.delivered(record.position);
    await send(eventMessage(options.getResolveLinks() ? resolve(log, record) : { event: record }, idsAsText));
    const failure = source.ending(record);
    if (failure) outlet.fail(failure);
  };

  const catchUp = async () => {
    while (!outlet.closed) {
      const page = source.page(place);
      const [first] = page;
      if (first === undefined) {
        live.begin();
        await send(checkpoints.caughtUp());
        await send(caughtUpMessage());
        return;
      }
      if (place !== source.start) checkpoints.pageBegins(first.position);
      for (const record of page) {
        if (outlet.closed) return;
        await sendEvent(record);
      }
      await send(checkpoints.afterPage(page.length));
    }
  };

  await send(confirmationMessage(outlet.id));
  while (!outlet.closed) {
    await catchUp();
    for (;;) {
      const news = await live.next(() => outlet.closed);
      if (news === undefined) break;
      if ('event' in news) await sendEvent(news.event);
      else {
        await send(checkpoints.at(news.checkpoint));
        place = news.checkpoint;
      }
    }
  }
}
