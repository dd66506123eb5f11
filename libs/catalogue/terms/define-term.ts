import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { Command, IsDay, IsDayRange, IsTermCode, useCase } from '#commands';
import { accept, type CivilDate, decideBy, plusDays, text } from '#kernel';
import type { TermFacts } from '#regulations';
import { CATALOGUE_KEEPERS } from '../parts.ts';
import {
  mayMoveResults,
  publicationNotAuthorised,
  publicationRefused,
  resultsMoved,
  resultsPublished,
} from './results-day.ts';
import { type TermDefined, terms } from './term.ts';
import { academicYearTaught, addDropOutside, unfitTerm } from './term-dates.ts';

/** Days of adding and dropping courses when a term does not say: two weeks from the start of teaching. [5cu/ug/6.4] [3cu/ug/6.4] */
const ADD_DROP_DAYS = 14;
/** Days of registration before teaching when a term does not say; the source leaves the date to the University. */
const REGISTRATION_DAYS = 180;

/**
 * A term is put into the calendar, or its dates replaced; decisions taken on the earlier ones stay as they were. Refused
 * where the dates of one term cannot belong together. Terms may be defined in any order, and may overlap. The day of its
 * results is moved as `PublishResults` moves it: by the Registrar, to today or later, and not once they are out; nor are
 * examinations moved then. [5cu/assess/19.1] [5cu/assess/19.2] [3cu/assess/18.1] [3cu/assess/18.2]
 * [5cu/gloss/2] [3cu/gloss/38]
 */
export class DefineTerm extends Command {
  @IsTermCode({ description: 'The code of the term.' })
  readonly code!: string;

  @IsDayRange({ description: 'The first and the last day of teaching.', example: ['2024-09-02', '2024-11-30'] })
  readonly teaching!: [CivilDate, CivilDate];

  @IsDayRange({ description: 'The first and the last day of examinations.', example: ['2024-12-09', '2024-12-20'] })
  readonly examinations!: [CivilDate, CivilDate];

  @IsDay({ description: 'The last day of adding and dropping; two weeks into teaching unless told.', optional: true })
  readonly addDropEnds?: CivilDate;

  @IsDayRange({
    description:
      'The days of course registration; the 180 days before teaching unless told. Earlier is too early, later is late.',
    optional: true,
  })
  readonly registration?: [CivilDate, CivilDate];

  @IsDay({
    description:
      'The day on which its results are published; three weeks after the examinations unless told or announced before.',
    optional: true,
  })
  readonly resultsOn?: CivilDate;

  @ApiProperty({
    description:
      'The academic year, from September, in which the middle of teaching lies; or in which it begins or ends, if told.',
    example: '2024/25',
    pattern: '^\\d{4}/\\d{2}$',
    required: false,
  })
  @IsOptional()
  @Matches(/^\d{4}\/\d{2}$/, { message: 'academicYear must be written as 2024/25' })
  readonly academicYear?: string;
}

export const defineTerm = useCase({
  command: DefineTerm,
  path: 'terms',
  summary: text('Define a term', '設定學期'),
  by: CATALOGUE_KEEPERS,
  clauses: [
    '5cu/gloss/2',
    '3cu/gloss/38',
    '5cu/ug/6.4',
    '3cu/ug/6.4',
    '5cu/assess/19.1',
    '5cu/assess/19.2',
    '3cu/assess/18.1',
    '3cu/assess/18.2',
  ],
  stream: terms,
  subject: (command) => command.code,
  decide: (before, command: DefineTerm, { today, actor }) => {
    const { code, teaching, examinations } = command;
    const term: TermFacts = {
      code,
      academicYear: command.academicYear ?? academicYearTaught(teaching),
      teaching,
      examinations,
      addDropEnds: command.addDropEnds ?? plusDays(teaching[0], ADD_DROP_DAYS),
      registration: command.registration ?? [plusDays(teaching[0], -REGISTRATION_DAYS), plusDays(teaching[0], -1)],
      ...(command.resultsOn === undefined ? {} : { resultsOn: command.resultsOn }),
    };
    const unfit = unfitTerm(term);
    if (unfit) return unfit;
    const { addDropEnds } = command;
    if (addDropEnds && (addDropEnds < teaching[0] || addDropEnds > examinations[1])) return addDropOutside;
    const event: TermDefined = { type: 'TermDefined', data: { term } };
    if (!mayMoveResults(before, term, { today, role: actor.role })) return publicationNotAuthorised;
    const moved = resultsMoved(before, term, today);
    if (!moved) return accept([event]);
    return decideBy(moved.ruling, [event], moved.areOut ? resultsPublished : publicationRefused);
  },
});
