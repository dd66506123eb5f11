/**
 * What the system works out of the whole log for a decision, by name, such as the report of a run over all records. The
 * result is plain JSON: it goes into the basis of the decision, which is taken again on it.
 */
export type Works = Readonly<Record<string, (of: never) => Promise<unknown>>>;

/** Where the works of this system are found; none when absent. */
export const WORKS = Symbol('Works');
