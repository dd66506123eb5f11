import type { Logger } from 'pino';

/** How the server is set up; whoever starts it reads the environment. */
export interface ApiConfig {
  /** `development` takes the word of the X-Actor header; anything else, or nothing, lets nobody in. */
  readonly authMode?: string;
  /** Where the server writes what it did; standard error at level `info` unless told. */
  readonly log?: Logger;
  /** How often a quiet stream of changes says that it is alive, in milliseconds. */
  readonly heartbeat?: number;
}

export const inDevelopment = ({ authMode }: Pick<ApiConfig, 'authMode'>): boolean => authMode === 'development';

export const API_CONFIG = Symbol('ApiConfig');
