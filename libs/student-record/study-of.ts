import { emptyExaminationFile, type GraduateOf, noLoads, noResults, type Registration, type Study } from '#regulations';
import { emptyRequests } from './requests.ts';
import type { StudentRecord } from './student-record.ts';

/** The part of the record that the rules of one programme look at. */
export const studyOf = (record: StudentRecord, registration: Registration): Study => {
  const ofIt = <Part extends { readonly programme: string }>(parts: readonly Part[]): readonly Part[] =>
    parts.filter(({ programme }) => programme === registration.programme.code);
  const [research] = ofIt(record.research);
  const graduateOf = graduationsOf(record);
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
    ...(record.results === noResults ? {} : { results: record.results }),
    ...(record.examinations === emptyExaminationFile ? {} : { examinations: record.examinations }),
    ...(record.standings.length > 0 ? { standings: ofIt(record.standings) } : {}),
    ...(record.advice.length > 0 ? { advice: ofIt(record.advice) } : {}),
    ...(graduateOf.length > 0 ? { graduateOf } : {}),
    ...(record.loads === noLoads
      ? {}
      : { loads: { approved: ofIt(record.loads.approved), shortfalls: ofIt(record.loads.shortfalls) } }),
    ...(record.requests === emptyRequests ? {} : { requests: record.requests }),
  };
};

/** Of what a student is a graduate: who has completed a programme here is one of the University. */
export const graduationsOf = ({ graduations, moves }: StudentRecord): readonly GraduateOf[] => [
  ...graduations.map(({ of }) => of),
  ...(moves.some(({ to }) => to === 'completed') ? (['university'] as const) : []),
];
