import { FILE_LIMITS, SHEET_TYPES } from '#academic-record';

/** The most bytes of a body. The largest request that anybody needs, a course of 60 assignments, has about 10 KiB. */
export const BODY_BYTES = 256 * 1024;
/** The most characters of a path with its query. */
export const URL_CHARACTERS = 4096;
/** How long a request may take to arrive, in milliseconds. */
export const ARRIVAL_MS = 30_000;
/** Where files are taken, of which types, and their most bytes: mark sheets of thousands of rows. */
export const FILES_AT = '/api/v1/mark-sheet-files/';
export const FILE_TYPES: readonly string[] = Object.values(SHEET_TYPES);
export const FILE_BYTES = FILE_LIMITS.bytes;
