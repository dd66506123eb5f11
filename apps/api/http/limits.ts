/** The most bytes of a body. The largest request that anybody needs, a course of 60 assignments, has about 10 KiB. */
export const BODY_BYTES = 256 * 1024;
/** The most characters of a path with its query. */
export const URL_CHARACTERS = 4096;
/** How long a request may take to arrive, in milliseconds. */
export const ARRIVAL_MS = 30_000;
