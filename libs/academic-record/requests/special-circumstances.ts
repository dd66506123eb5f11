import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsString, Length, Matches } from 'class-validator';
import { Command, IsDay, IsOneOf, IsReason, IsRequestId, IsStudentId, IsTermCode } from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import {
  CIRCUMSTANCES,
  CIRCUMSTANCES_GROUNDS,
  type Circumstance,
  type CircumstancesGround,
  CONSIDERATIONS,
  type ConsiderationOutcome,
} from '#regulations';
import type { RequestEventOf } from '#student-record';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { Asking, askedOfTaken, decidedAlready, unknownRequest } from './asked.ts';
import { sittingFacts, sittingOf } from './sitting.ts';

/**
 * A student reports a serious event to the award panel, which weighs it when it decides on the result. Refused without
 * documents, when the panel has decided, after the last day, and of an event outside the time in which the course was
 * taken; also where it is reported as long, or as shortly before the examinations, and was not. Refused too before it has
 * begun (`event-to-come`), with its days in the wrong order (`days-reversed`), and of a course that was left (`course-left`).
 * [5cu/assess/21.1] [5cu/assess/21.3] [5cu/assess/21.4] [5cu/assess/21.5] [5cu/assess/21.6] [3cu/assess/20.1]
 * [3cu/assess/20.3] [3cu/assess/20.4] [3cu/assess/20.5] [3cu/assess/20.6]
 */
export class ReportSpecialCircumstances extends Asking {
  @IsOneOf(CIRCUMSTANCES, { description: 'What kind of event it is.' })
  readonly kind!: Circumstance;

  @IsOneOf(CIRCUMSTANCES_GROUNDS, {
    description:
      'That it hindered study for four weeks or more, or fell into the three weeks before the examinations or into them; any serious event where absent.',
    optional: true,
  })
  readonly ground?: CircumstancesGround;

  @IsReason({ description: 'What happened, and what it did to study.' })
  readonly words!: string;

  @IsDay({ description: 'The first day of the event.' })
  readonly from!: CivilDate;

  @IsDay({ description: 'Its last day; it goes on unless told.', optional: true })
  readonly until?: CivilDate;

  @ApiProperty({ description: 'The papers that show it.', type: [String], maxItems: 50 })
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  @Matches(/\S/, { each: true })
  readonly documents!: string[];

  @IsTermCode({ description: 'The term of the sitting, when it is not that of the enrolment.', optional: true })
  readonly sittingTerm?: string;
}

export const reportSpecialCircumstances = recordUseCase({
  command: ReportSpecialCircumstances,
  path: 'special-circumstances',
  summary: text('Report special circumstances to the award panel', '向評審小組申報特殊情況'),
  by: ['student', 'registry', 'registrar', 'migration'],
  clauses: [
    '5cu/assess/21.1',
    '5cu/assess/21.3',
    '5cu/assess/21.3(a)',
    '5cu/assess/21.3(b)',
    '5cu/assess/21.3(c)',
    '5cu/assess/21.4',
    '5cu/assess/21.5',
    '5cu/assess/21.6',
    '3cu/assess/20.1',
    '3cu/assess/20.3',
    '3cu/assess/20.4',
    '3cu/assess/20.5',
    '3cu/assess/20.6',
  ],
  facts: (reader, command: ReportSpecialCircumstances) => sittingFacts(reader, command),
  decide: (record, command, { facts, today, actor }) => {
    const found = askedOfTaken(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { request: id, course, term, kind, ground, words, from, until, documents } = command;
    if (until !== undefined && until < from) return daysReversed;
    if (from > today) return eventToCome;
    // Of a course without examination the award panel weighs what happened in its term. [5cu/assess/21.1] [3cu/assess/20.1]
    const sitting = attempt.course.examination
      ? sittingOf(attempt, command, facts)
      : { term, examinations: attempt.term.examinations };
    if (isRefusal(sitting)) return sitting;
    const report = { kind, ...(ground && { ground }), words, from, until, documents };
    const { circumstances: clause } = pack.requests.clauses;
    const reported: RequestEventOf<'SpecialCircumstancesReported'> = {
      type: 'SpecialCircumstancesReported',
      data: { report: { id, course, term, ...report, on: today, by: actor, clause } },
    };
    return decideBy(pack.requests.circumstances(study, { attempt, report, sitting, today }), [reported], {
      code: 'circumstances-refused',
      message: text('The regulations do not allow this report to the award panel.', '按規例不可向評審小組作此申報。'),
    });
  },
});

/**
 * The award panel has considered what was reported to it; only then is the result recorded. Refused when the panel has
 * decided, and a second time (`decided-already`). [5cu/assess/21.1] [3cu/assess/20.1]
 */
export class ConsiderSpecialCircumstances extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsRequestId({ description: 'The report.' })
  readonly request!: string;

  @IsOneOf(CONSIDERATIONS, { description: 'What it changes.' })
  readonly outcome!: ConsiderationOutcome;

  @IsReason({ description: 'How the panel weighed it.' })
  readonly words!: string;
}

export const considerSpecialCircumstances = recordUseCase({
  command: ConsiderSpecialCircumstances,
  path: 'special-circumstances-considerations',
  summary: text('Consider special circumstances', '考慮特殊情況'),
  by: ['award-panel', 'registry', 'registrar', 'migration'],
  clauses: ['5cu/assess/21.1', '3cu/assess/20.1'],
  decide: (record, { request: id, outcome, words }: ConsiderSpecialCircumstances, { today, actor }) => {
    const report = record.requests.circumstances.find((each) => each.id === id);
    if (!report) return unknownRequest;
    const found = attemptFor(record, report);
    if (isRefusal(found)) return found;
    if (report.consideration) return decidedAlready;
    const { pack, study, attempt } = found;
    const considered: RequestEventOf<'SpecialCircumstancesConsidered'> = {
      type: 'SpecialCircumstancesConsidered',
      data: { id, consideration: { outcome, words, on: today, by: actor } },
    };
    return decideBy(pack.requests.consideration(study, { attempt, report, today }), [considered], {
      code: 'consideration-refused',
      message: text('The award panel has decided already.', '評審小組已作出決定。'),
    });
  },
});

const eventToCome = refuse('event-to-come', text('The event has not begun.', '事故尚未發生。'));

const daysReversed = refuse('days-reversed', text('The last day lies before the first.', '最後一日早於第一日。'));
