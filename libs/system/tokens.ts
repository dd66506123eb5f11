/** Where the read side of this system is found. */
export const READ_MODELS = Symbol('ReadModels');
export const PROJECTIONS = Symbol('Projections');
/** The stores themselves: for operators. */
export const STORES = Symbol('Stores');
