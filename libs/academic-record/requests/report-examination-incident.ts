import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsCount, IsDay, IsFlag, IsOneOf, IsPart, IsReason } from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import { IDENTIFICATION, type Identification, INCIDENT_KINDS, type IncidentKind } from '#regulations';
import type { RequestEventOf } from '#student-record';
import { isNamed, personNeeded } from '../people.ts';
import { isRefusal, recordUseCase } from '../record-use-case.ts';
import { Asking, askedOfTaken } from './asked.ts';

const CLOCK = '^([01]\\d|2[0-3]):[0-5]\\d$';

/** A candidate who came after the examination had begun. */
export class ArrivalPart {
  @ApiProperty({ description: 'When the candidate arrived, by the clock.', pattern: CLOCK, example: '09:45' })
  @Matches(new RegExp(CLOCK), { message: 'time must be written as 09:45' })
  readonly time!: string;

  @IsCount(0, 600, { description: 'Minutes after the beginning of the examination.' })
  readonly minutesLate!: number;

  @IsReason({ description: 'The reason that the candidate gave.' })
  readonly reason!: string;

  @IsFlag({ description: 'Whether any candidate had left before.', optional: false })
  readonly anyoneHadLeft!: boolean;
}

/** The examination of the candidate was ended. */
export class EndedPart {
  @IsReason()
  readonly reason!: string;

  @IsFlag({ description: 'Whether the breach was serious.', optional: false })
  readonly serious!: boolean;

  @IsFlag({ description: 'Whether the candidate was ordered to leave.' })
  readonly orderedOut?: boolean;
}

/**
 * The chief invigilator reports what happened at an examination: a suspected breach, a candidate without identification,
 * or one who came late. A breach goes to the discipline of students, with the statement of the candidate and what was
 * found. Refused without them, for a candidate who came within the minutes that are free, and where an examination was
 * ended without a serious breach. Refused too for a day to come (`incident-to-come`).
 * [5cu/assess/7.4] [5cu/assess/10.1] [5cu/assess/10.2] [5cu/assess/10.3] [5cu/assess/10.4] [3cu/assess/7.4]
 * [3cu/assess/10.1] [3cu/assess/10.2] [3cu/assess/10.3] [3cu/assess/10.4]
 */
export class ReportExaminationIncident extends Asking {
  @IsOneOf(INCIDENT_KINDS, { description: 'What it is about.' })
  readonly kind!: IncidentKind;

  @IsDay({ description: 'The day on which it happened.' })
  readonly day!: CivilDate;

  @IsReason({ description: 'The account of the chief invigilator.' })
  readonly account!: string;

  @IsReason({ description: 'The written statement of the candidate.', optional: true })
  readonly statement?: string;

  @IsFlag({ description: 'Whether the candidate would give none.' })
  readonly statementRefused?: boolean;

  @ApiProperty({ description: 'What is handed in with it.', type: [String], maxItems: 50, required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  @Matches(/\S/, { each: true })
  readonly exhibits?: string[];

  @IsPart(EndedPart, { description: 'Present when the examination of the candidate was ended.', optional: true })
  readonly ended?: EndedPart;

  @IsPart(ArrivalPart, { description: 'Of a candidate who came late.', optional: true })
  readonly arrival?: ArrivalPart;

  @ApiProperty({
    description: 'What a candidate without identification could not show.',
    type: String,
    isArray: true,
    enum: [...IDENTIFICATION],
    required: false,
  })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn([...IDENTIFICATION], { each: true })
  readonly missing?: Identification[];
}

export const reportExaminationIncident = recordUseCase({
  command: ReportExaminationIncident,
  path: 'examination-incidents',
  summary: text('Report an incident at an examination', '報告考試事故'),
  by: ['chief-invigilator', 'registry', 'registrar', 'migration'],
  clauses: [
    '5cu/assess/7.1(unnumbered)',
    '5cu/assess/7.4',
    '5cu/assess/10.1',
    '5cu/assess/10.1(a)',
    '5cu/assess/10.1(b)',
    '5cu/assess/10.1(c)',
    '5cu/assess/10.1(d)',
    '5cu/assess/10.2',
    '5cu/assess/10.3',
    '5cu/assess/10.4',
    '3cu/assess/7.1',
    '3cu/assess/7.4',
    '3cu/assess/10.1',
    '3cu/assess/10.1(a)',
    '3cu/assess/10.1(b)',
    '3cu/assess/10.1(c)',
    '3cu/assess/10.1(d)',
    '3cu/assess/10.2',
    '3cu/assess/10.3',
    '3cu/assess/10.4',
  ],
  decide: (record, command: ReportExaminationIncident, { today, actor }) => {
    if (!isNamed(actor)) return personNeeded;
    const found = askedOfTaken(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { request: id, course, term, kind, day, account, statement, statementRefused, arrival, missing } = command;
    if (!attempt.course.examination) return noExamination;
    if (day > today) return toCome;
    const { exhibits = [] } = command;
    const ended = command.ended && { ...command.ended, orderedOut: command.ended.orderedOut ?? false };
    const report = { kind, day, account, statement, statementRefused, exhibits, ended, arrival, missing };
    const referred = pack.requests.isReferred(kind);
    const clause = pack.requests.clauses.incident(kind);
    const reported: RequestEventOf<'ExaminationIncidentReported'> = {
      type: 'ExaminationIncidentReported',
      data: { incident: { id, course, term, ...report, referred, on: today, by: actor, clause } },
    };
    return decideBy(pack.requests.incident(study, { attempt, report, today }), [reported], {
      code: 'incident-refused',
      message: text('The report is not as the regulations ask.', '報告不符合規例的要求。'),
    });
  },
});

const toCome = refuse('incident-to-come', text('The day has not come.', '日期尚未到。'));

const noExamination = refuse('no-examination', text('The course has no examination.', '該學科不設考試。'));
