import { createHash } from 'node:crypto';
import type { RecordedEvent } from '#kernel';

/**
 * SHA-256, in base64, over everything that an event says: id, type, version, data and metadata, as one JSON array, in
 * the JSON bytes in which stores keep data and metadata. No two events read alike.
 */
export const fingerprintOf = ({ id, type, version, data, metadata }: RecordedEvent): string =>
  createHash('sha256')
    .update(JSON.stringify([id, type, version, data, metadata]))
    .digest('base64');
