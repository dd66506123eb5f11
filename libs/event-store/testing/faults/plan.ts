/** How often a fault strikes. */
export interface When {
  /** Once unless told; without end when a probability is given. */
  readonly times?: number;
  /** How likely it strikes at each occasion, 0 to 1; 1 unless told. */
  readonly probability?: number;
  /** The same seed strikes at the same occasions. */
  readonly seed?: number;
  /** Lets so many occasions pass first. */
  readonly skip?: number;
}

/** A fault that was set up. */
export interface Fault {
  /** How often it has struck. */
  readonly struck: number;
  /** Takes it away. */
  lift(): void;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Faults of one kind. Asked at each occasion, the first that applies and is due strikes. */
export function plan<What>() {
  const armed = new Set<{ what: What; strikes(): boolean }>();

  return {
    arm(what: What, when: When): Fault {
      const { probability = 1, times = probability < 1 ? Number.POSITIVE_INFINITY : 1, seed = 1, skip = 0 } = when;
      const random = seeded(seed);
      let struck = 0;
      let toSkip = skip;
      const entry = {
        what,
        strikes() {
          if (toSkip > 0) {
            toSkip -= 1;
            return false;
          }
          if (random() >= probability) return false;
          struck += 1;
          if (struck >= times) armed.delete(entry);
          return true;
        },
      };
      if (times > 0) armed.add(entry);
      return {
        get struck() {
          return struck;
        },
        lift: () => armed.delete(entry),
      };
    },
    strike(applies: (what: What) => boolean = () => true): What | undefined {
      for (const entry of armed) if (applies(entry.what) && entry.strikes()) return entry.what;
      return undefined;
    },
    clear: () => armed.clear(),
  };
}
