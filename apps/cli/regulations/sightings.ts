import { chapterOf, type Testimony } from '#kernel';

/** How often a clause was found to hold or not in a ruling, and how often a decision or a document bore it. */
export interface Sighting {
  readonly held: number;
  readonly refused: number;
  readonly borne: number;
}

/** By clause: what rulings, decisions and documents said of it. */
export type Sightings = ReadonlyMap<string, Sighting>;

/** What bears a clause other than the ruling of a pack: a command that was granted, or a document that was compared. */
export type Bearer = 'decision' | 'document';
const BEARERS: readonly string[] = ['decision', 'document'] satisfies Bearer[];

/** A pack's id with the month from which it stands. Specs that make up a ruling sign it otherwise, and are not heard. */
const PACK = /^[a-z][a-z-]*@\d{4}-\d{2}$/;

const NEVER: Sighting = { held: 0, refused: 0, borne: 0 };

/** Counts what is testified of each clause, and of those by which a finding's figures were reckoned. */
export class SightingBook {
  readonly #counts = new Map<string, Sighting>();

  readonly hear = ({ by, findings }: Testimony): void => {
    const borne = BEARERS.includes(by);
    if (!borne && !PACK.test(by)) return;
    for (const { clause, holds, restsOn = [] } of findings)
      for (const each of [clause, ...restsOn])
        this.#add(each, borne ? { ...NEVER, borne: 1 } : { ...NEVER, [holds ? 'held' : 'refused']: 1 });
  };

  get sightings(): Sightings {
    return this.#counts;
  }

  #add(clause: string, more: Sighting): void {
    const { held, refused, borne } = this.#counts.get(clause) ?? NEVER;
    this.#counts.set(clause, {
      held: held + more.held,
      refused: refused + more.refused,
      borne: borne + more.borne,
    });
  }
}

/**
 * Of the clauses that a command or a read model names for every regime and mode, those that this decision or document
 * was about: the ones of the chapters that it speaks of itself, and those that belong to no regime.
 */
export function clausesOfChapters(named: readonly string[], spoken: readonly string[]): string[] {
  const chapters = new Set(spoken.map(chapterOf));
  return named.filter((clause) => !/^[35]cu\//.test(clause) || chapters.has(chapterOf(clause)));
}
