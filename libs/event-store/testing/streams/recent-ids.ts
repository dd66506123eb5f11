interface Written {
  readonly stream: string;
  readonly revision: bigint;
}

const BUDGET = 8 * 2 ** 20;
const ENTRY = 120;

/** The ids that were written lately, as far as they fit into 8 MiB. Lost when the server stops. */
export function recentIds() {
  const byId = new Map<string, Written>();
  let bytes = 0;

  return {
    remember(id: string, written: Written): void {
      byId.delete(id);
      byId.set(id, written);
      bytes += ENTRY + written.stream.length;
      for (const [oldest, { stream }] of byId) {
        if (bytes <= BUDGET) break;
        byId.delete(oldest);
        bytes -= ENTRY + stream.length;
      }
    },
    /** The revision with which the id was lately written to this stream. */
    revisionIn(stream: string, id: string): bigint | undefined {
      const written = byId.get(id);
      return written?.stream === stream ? written.revision : undefined;
    },
  };
}

export type RecentIds = ReturnType<typeof recentIds>;
