import type { startProjections } from '#projections';

/** The projections as they run in this process. */
export type Projections = Awaited<ReturnType<typeof startProjections>>;

/** Where the read side of this system is found. */
export const READ_MODELS = Symbol('ReadModels');
export const PROJECTIONS = Symbol('Projections');
