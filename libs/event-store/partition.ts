import type { Partitions } from './port.ts';

/** The partition that a stream is in, of so many, by a hash (FNV-1a) of its name: always the same one. */
export function partitionOf(stream: string, of: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < stream.length; index++) hash = Math.imul(hash ^ stream.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % of;
}

export const isIn = ({ of, only }: Partitions, stream: string): boolean => only.includes(partitionOf(stream, of));
