import { terms } from '#catalogue';
import { Command, IsDay, IsProgrammeCode, IsStudentId, IsTermCode } from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import { type LoadShortfallFound, recordOn } from '#student-record';
import { dayToCome } from '../day-to-come.ts';
import { isRefusal, recordUseCase, registrationGoingOn, unknownTerm } from '../record-use-case.ts';

/**
 * A full-time student takes less in a term than it prescribes and no more courses can be added, while the School has not
 * approved a smaller load (`ApproveSmallerLoad`). It ends nothing: it stands on the record for the School and, of taught
 * postgraduates, for the University, which may deregister. Refused where the load is reached or approved, before its day,
 * a second time, and where no load is prescribed (`no-prescribed-load`).
 * [5cu/ug/6.2] [5cu/tpg/3.6] [5cu/tpg/6.2] [3cu/ug/6.2] [3cu/tpg/3.6] [3cu/tpg/6.2]
 */
export class FindLoadShortfall extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsTermCode()
  readonly term!: string;

  @IsDay({ description: 'The day on which it is looked at; today unless told, and never later.', optional: true })
  readonly on?: CivilDate;
}

export const findLoadShortfall = recordUseCase({
  command: FindLoadShortfall,
  path: 'load-shortfalls',
  summary: text('Record that less is taken than a term prescribes', '記錄學期修讀學分不足'),
  by: ['registrar', 'registry', 'migration'],
  clauses: ['5cu/ug/6.2', '5cu/tpg/3.6', '5cu/tpg/6.2', '3cu/ug/6.2', '3cu/tpg/3.6', '3cu/tpg/6.2'],
  facts: (reader, { term }: FindLoadShortfall) => reader.read(terms, term),
  decide: (record, { programme, term: code, on }: FindLoadShortfall, { facts: term, today }) => {
    if (!term) return unknownTerm(code);
    const day = on ?? today;
    if (day > today) return dayToCome;
    const found = registrationGoingOn(recordOn(record, day), programme, today);
    if (isRefusal(found)) return found;
    const { pack, study, registration } = found;
    const made = pack.registration.loadShortfall(study, { term, met: () => pack.audit(study).met, today: day });
    if (!made) return noPrescribedLoad;
    const figures = made.ruling.findings.find((finding) => finding.figures?.suffices !== undefined)?.figures ?? {};
    const shortfall: LoadShortfallFound = {
      type: 'LoadShortfallFound',
      data: {
        shortfall: {
          programme: registration.programme.code,
          term: code,
          taken: String(figures.taken),
          prescribed: String(figures.termLoad),
          clause: made.clause,
          on: made.on,
          recordedOn: today,
        },
      },
    };
    const decision = decideBy(made.ruling, [shortfall], {
      code: 'no-shortfall',
      message: text('The load of the term is not short.', '該學期的學習量並無不足。'),
    });
    if (decision.outcome === 'accepted') return { ...decision, effectiveOn: made.on };
    // What has not come about is not recorded on anybody's authority.
    const { events: _none, ...refused } = decision;
    return refused;
  },
});

export const noPrescribedLoad = refuse(
  'no-prescribed-load',
  text('The regulations of this mode of study prescribe no load.', '此修讀模式並無規定學習量。'),
);
