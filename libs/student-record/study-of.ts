import type { Registration, Study } from '#regulations';
import type { StudentRecord } from './student-record.ts';

/** The part of the record that the rules of one programme look at. */
export const studyOf = (record: StudentRecord, registration: Registration): Study => {
  const ofIt = <Part extends { readonly programme: string }>(parts: readonly Part[]): readonly Part[] =>
    parts.filter(({ programme }) => programme === registration.programme.code);
  const [research] = ofIt(record.research);
  return {
    registration,
    attempts: record.attempts,
    transfers: ofIt(record.transfers),
    deferrals: record.deferrals,
    holds: record.holds,
    account: record.account,
    moves: ofIt(record.moves),
    extensions: ofIt(record.extensions),
    elsewhere: ofIt(record.elsewhere),
    intentions: ofIt(record.intentions),
    ...(research ? { research } : {}),
  };
};
