/** What was said of clauses, and where: a pack's id for a ruling, or the kind of thing that bears them. */
export interface Testimony {
  readonly by: string;
  readonly findings: readonly {
    readonly clause: string;
    readonly holds: boolean;
    readonly restsOn?: readonly string[];
  }[];
}

export type Witness = (testimony: Testimony) => void;

const witnesses = new Set<Witness>();

/**
 * Hears of every ruling while it is made, until the returned function is called: how the test run learns which
 * clauses were exercised. A witness changes nothing that is decided, and a system that serves has none.
 */
export function witness(hear: Witness): () => void {
  witnesses.add(hear);
  return () => {
    witnesses.delete(hear);
  };
}

/** Tells the witnesses, if there are any. */
export function testify(by: string, findings: Testimony['findings']): void {
  if (witnesses.size === 0) return;
  for (const hear of witnesses) hear({ by, findings });
}

/** The chapter of a clause: `3cu/dl` of `3cu/dl/6.1`. */
export const chapterOf = (id: string): string => id.split('/').slice(0, 2).join('/');
