import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'pino';
import { ApplicationBrokenOff, resumeSheets } from '#academic-record';
import { FollowUps } from '#commands';
import type { Stores } from '#system';

/**
 * Takes up the mark sheets whose rows were being applied when an earlier server ended, beside whatever is asked
 * meanwhile. Where that fails the log of the server says so; they are taken up when they are asked for.
 */
export function resumeMarkSheets(
  app: INestApplicationContext,
  { store, clock }: Pick<Stores, 'store' | 'clock'>,
  log: Pick<Logger, 'error'>,
): void {
  const followUps = app.get(FollowUps);
  void followUps.begin(() =>
    resumeSheets({ store, clock, signal: followUps.signal }).catch((error: unknown) => {
      if (!(error instanceof ApplicationBrokenOff)) log.error({ err: error }, 'mark sheets were not taken up');
    }),
  );
}
