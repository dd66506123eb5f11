import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Position } from '#kernel';
import { BEGINNING, commitOf } from './position.ts';

/** What a filtered reading asks the server for. */
export type ServerFilter =
  | { readonly on: 'stream' | 'type'; readonly prefixes: readonly string[] }
  | { readonly on: 'stream'; readonly regex: string };

/** How many events the server looks through before it tells how far it is, and at most for one page of its own. */
export const WINDOW = 500;

const { Options } = streams.ReadReq;
const none = () => new shared.Empty();

function request(backwards = false) {
  const options = new Options();
  const ids = new Options.UUIDOption();
  ids.setString(none());
  options.setUuidOption(ids);
  options.setReadDirection(backwards ? 1 : 0);
  options.setResolveLinks(false);
  const made = new streams.ReadReq();
  made.setOptions(options);
  return { made, options };
}

/** So many events of a stream from a revision on. */
export function streamRequest(stream: string, from: bigint, count: number) {
  const { made, options } = request();
  const name = new shared.StreamIdentifier();
  name.setStreamName(Buffer.from(stream).toString('base64'));
  const ofStream = new Options.StreamOptions();
  ofStream.setStreamIdentifier(name);
  ofStream.setRevision(String(from));
  options.setStream(ofStream);
  options.setNoFilter(none());
  options.setCount(String(count));
  return made;
}

/** The last event of the log. */
export function lastRequest() {
  const { made, options } = request(true);
  const ofAll = new Options.AllOptions();
  ofAll.setEnd(none());
  options.setAll(ofAll);
  options.setNoFilter(none());
  options.setCount('1');
  return made;
}

/** What passes a filter after a position, and then whatever comes, with word of how far the server has looked. */
export function followRequest(after: Position, filter: ServerFilter) {
  const { made, options } = request();
  const ofAll = new Options.AllOptions();
  if (after === BEGINNING) ofAll.setStart(none());
  else {
    const place = new Options.Position();
    place.setCommitPosition(commitOf(after));
    place.setPreparePosition(commitOf(after));
    ofAll.setPosition(place);
  }
  options.setAll(ofAll);
  options.setSubscription(new Options.SubscriptionOptions());

  const passing = new Options.FilterOptions.Expression();
  if ('regex' in filter) passing.setRegex(filter.regex);
  else passing.setPrefixList([...filter.prefixes]);
  const filtering = new Options.FilterOptions();
  if (filter.on === 'stream') filtering.setStreamIdentifier(passing);
  else filtering.setEventType(passing);
  filtering.setMax(WINDOW);
  filtering.setCheckpointintervalmultiplier(1);
  options.setFilter(filtering);
  return made;
}
