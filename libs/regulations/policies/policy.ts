import type { CivilDate, ClauseId, Text } from '#kernel';

/** How the system reads what the text of the regulations leaves open. */
export interface Policy {
  readonly name: Text;
  readonly reading: Text;
  /** The clauses that leave it open. */
  readonly clauses: readonly ClauseId[];
  /** The files of `libs/regulations` that decide so. */
  readonly where: readonly string[];
  /** The day from which it is read so. */
  readonly from: CivilDate;
  /** Our own reading, which stands until the University rules otherwise. */
  readonly default: boolean;
}

/** The day from which both packs stand. */
const FROM: CivilDate = '2022-09-01';

/** A reading by default. */
export const policy = (name: Text, clauses: readonly ClauseId[], where: readonly string[], reading: Text): Policy => ({
  name,
  reading,
  clauses,
  where,
  from: FROM,
  default: true,
});
