import { Command, IsLine, IsProgrammeCode, IsStandingRun, IsStudentId } from '#commands';
import { accept, refuse, text } from '#kernel';
import { standingDecision } from '#regulations';
import type { RecordEvent, StandingDecided } from '#student-record';
import { isRefusal, recordUseCase, registrationGoingOn } from '../record-use-case.ts';
import { revisionOf, terminated } from './revised-standings.ts';
import { standingDigest } from './standing-lines.ts';
import { standingRuns } from './standing-run.ts';

/**
 * The standing of one student is published as a signed run reported it. Refused where the run is not being published, and
 * where the record says otherwise since: another run then decides it. A termination ends the registration in the same
 * breath. A standing of the term that an earlier run published is put right.
 * [5cu/ug/11.1] [5cu/ug/11.3] [3cu/ug/11.1] [3cu/ug/11.3] [3cu/ug/11.5.1] [3cu/tpg/10.1] [3cu/tpg/10.3] [3cu/tpg/10.5.1] [3cu/dl/4.1] [3cu/dl/4.3]
 */
export class PublishStanding extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode()
  readonly programme!: string;

  @IsStandingRun()
  readonly run!: string;

  @IsLine({ description: 'The digest of the decision in the report.' })
  readonly digest!: string;
}

export const publishStanding = recordUseCase({
  command: PublishStanding,
  path: 'standings',
  summary: text('Publish the standing of a student', '公布學生的學業狀況'),
  by: ['registrar', 'registry'],
  clauses: [
    '5cu/ug/10.1',
    '5cu/ug/10.2',
    '5cu/ug/11.1',
    '5cu/ug/11.3',
    '5cu/ug/11.4',
    '3cu/ug/10.1',
    '3cu/ug/10.2',
    '3cu/ug/11.1',
    '3cu/ug/11.3',
    '3cu/ug/11.5',
    '3cu/ug/11.5.1',
    '3cu/tpg/10.1',
    '3cu/tpg/10.3',
    '3cu/tpg/10.5',
    '3cu/tpg/10.5.1',
    '3cu/dl/4.1',
    '3cu/dl/4.3',
  ],
  facts: (reader, { run }: PublishStanding) => reader.read(standingRuns, run),
  decide: (record, { programme, run: name, digest }: PublishStanding, { facts: run, today }) => {
    if (run?.state !== 'publishing') return notBeingPublished;
    const found = registrationGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    const { term, yearEnd } = run.question;
    const { pack, study } = found;
    const ruling = pack.standing.decide(study, { term, yearEnd, today });
    const decision = standingDecision(ruling, { programme, term, yearEnd, run: name, on: today });
    if (!ruling.counts || standingDigest(decision) !== digest) return recordChanged;
    const before = study.standings?.find((standing) => standing.term.code === term.code);
    if (before && standingDigest(before) === digest) return standsSo;
    const decided: StandingDecided = { type: 'StandingDecided', data: { decision } };
    const events: RecordEvent[] = before
      ? [...revisionOf(before, decision, { today, reason: name, cause: name })]
      : [decided, ...(decision.standing === 'terminated' ? [terminated(decision, today)] : [])];
    return accept(events, ruling);
  },
});

const notBeingPublished = refuse(
  'run-not-published',
  text('The run is not being published.', '該次審核並非正在公布。'),
);

const recordChanged = refuse(
  'record-changed',
  text(
    'The record says otherwise since the report; another run decides this student.',
    '報告編製後紀錄已有變更；此學生須由下一次審核決定。',
  ),
);

const standsSo = refuse(
  'stands-so',
  text('The standing of the term is published so already.', '該學期的學業狀況已如此公布。'),
);
