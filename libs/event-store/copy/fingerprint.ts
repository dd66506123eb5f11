import { createHash } from 'node:crypto';
import type { RecordedEvent } from '#kernel';

/**
 * SHA-256, in hexadecimal, over everything that the given events say: of each the id, type, version, data and metadata, as
 * one JSON array, in the JSON bytes in which stores keep data and metadata. No two lists of events read alike.
 */
export function fingerprintOf(events: Iterable<RecordedEvent>): string {
  const hash = createHash('sha256');
  for (const { id, type, version, data, metadata } of events)
    hash.update(JSON.stringify([id, type, version, data, metadata]));
  return hash.digest('hex');
}
