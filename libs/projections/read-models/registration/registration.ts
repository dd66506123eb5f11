import { goesOnAs, noLoads, type ProgrammeChange, type Registration } from '#regulations';
import type { ProgrammeAt, RecordAt } from '#student-record';
import { recordView } from '../../record-view.ts';
import { programmeName } from '../shown.ts';
import type { ApprovedChange, Entrance, RegistrationDocument } from './registration-document.ts';
import { shownResearch } from './research-document.ts';

/** How one registration stands, and how it came to. Pure. */
export function registrationOf(
  { student, record, asOf }: RecordAt,
  { registration, study, pack }: ProgrammeAt,
): RegistrationDocument {
  const { code } = registration.programme;
  const { status, since, clause } = pack.registration.status(study, asOf);
  const chain = [code];
  for (const change of [...record.changes].reverse()) if (chain.includes(change.to.code)) chain.push(change.from);
  const moves = record.moves.filter(({ programme }) => chain.includes(programme));
  return {
    student,
    programme: programmeName(registration, pack),
    entry: entrance(registration),
    asOf,
    status,
    active: goesOnAs(status),
    since,
    clause,
    conferredOn: record.conferments.find(({ programme }) => programme === code)?.on,
    history: pack.registration.history({ ...study, moves }),
    extensions: (study.extensions ?? []).map(({ programme: _of, ...extension }) => extension),
    changes: record.changes.filter(({ from, to }) => chain.includes(from) || to.code === code).map(shownChange),
    loads: {
      approved: (study.loads ?? noLoads).approved.map(({ programme: _of, term, ...load }) => ({
        term: term.code,
        ...load,
      })),
      below: (study.loads ?? noLoads).shortfalls.map(({ programme: _of, ...shortfall }) => shortfall),
    },
    ...(study.research ? { research: shownResearch(pack.research.standing(study, asOf)) } : {}),
  };
}

export const registration = recordView({
  name: 'registration',
  version: 4,
  view: (record: RecordAt) =>
    record.programmes.map((programme) => ({
      part: programme.registration.programme.code,
      document: registrationOf(record, programme),
    })),
});

const shownChange = ({ from, to, term, approvedOn, effectiveOn, clause }: ProgrammeChange): ApprovedChange => ({
  from,
  to: to.code,
  term,
  approvedOn,
  effectiveOn,
  clause,
});

function entrance({ programme, entry }: Registration): Entrance {
  const { credits, years } = programme;
  if (!entry?.route) return { credits, years, met: entry?.met ?? [] };
  const { code, kind, year, exempts, clause } = entry.route;
  return { route: { code, kind, year, exempts, clause }, credits, years, met: entry.met };
}
