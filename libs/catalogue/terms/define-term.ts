import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { Command, IsDay, IsDayRange, IsTermCode, useCase } from '#commands';
import { accept, type CivilDate, plusDays, refuse, text } from '#kernel';
import { CATALOGUE_KEEPERS } from '../parts.ts';
import { type TermDefined, terms } from './term.ts';

/** Days of adding and dropping courses when a term does not say: two weeks from the start of teaching. [5cu/ug/6.4] [3cu/ug/6.4] */
const ADD_DROP_DAYS = 14;
/** Days of registration before teaching when a term does not say; the source leaves the date to the University. */
const REGISTRATION_DAYS = 180;

/**
 * A term is put into the calendar, or its dates replaced; decisions taken on the earlier ones stay as they were. Refused
 * where the dates of one term cannot belong together. Terms may be defined in any order, and may overlap.
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
    description: 'The days of course registration; the 180 days before teaching unless told. Later is late.',
    optional: true,
  })
  readonly registration?: [CivilDate, CivilDate];

  @ApiProperty({
    description: 'The academic year, from September unless told.',
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
  clauses: ['5cu/gloss/2', '3cu/gloss/38', '5cu/ug/6.4', '3cu/ug/6.4'],
  stream: terms,
  subject: (command) => command.code,
  decide: (_term, command) => {
    const { code, teaching, examinations } = command;
    if (examinations[0] < teaching[0]) return examinedTooEarly;
    const addDropEnds = command.addDropEnds ?? plusDays(teaching[0], ADD_DROP_DAYS);
    const registration = command.registration ?? [plusDays(teaching[0], -REGISTRATION_DAYS), plusDays(teaching[0], -1)];
    if (command.addDropEnds && (addDropEnds < teaching[0] || addDropEnds > examinations[1])) return addDropOutside;
    if (registration[0] > examinations[1]) return registeredTooLate;
    const { academicYear = academicYearOf(teaching[0]) } = command;
    if (!isAcademicYear(academicYear)) return notAnAcademicYear(academicYear);
    const event: TermDefined = {
      type: 'TermDefined',
      data: {
        term: {
          code,
          academicYear,
          teaching,
          examinations,
          addDropEnds,
          registration,
        },
      },
    };
    return accept([event]);
  },
});

/** Academic years run from September. */
function academicYearOf(day: CivilDate): string {
  const year = Number(day.slice(0, 4));
  const first = Number(day.slice(5, 7)) >= 9 ? year : year - 1;
  return yearFrom(first);
}

const yearFrom = (first: number): string => `${first}/${String((first + 1) % 100).padStart(2, '0')}`;

/** Whether the second year follows the first: `2024/25` does, `2024/99` does not. */
const isAcademicYear = (year: string): boolean => year === yearFrom(Number(year.slice(0, 4)));

export const examinedTooEarly = refuse(
  'examinations-before-teaching',
  text('Examinations cannot begin before the teaching of the term.', '考試不可早於學期授課開始。'),
);

const addDropOutside = refuse(
  'add-drop-outside-term',
  text('The add/drop period ends while the term lasts.', '加退選期須於學期之內結束。'),
);

const registeredTooLate = refuse(
  'registration-after-term',
  text('Registration for a term cannot open after its end.', '學科註冊不可於學期結束後方開始。'),
);

const notAnAcademicYear = (year: string) =>
  refuse(
    'not-an-academic-year',
    text(`${year} is not one academic year and the next.`, `${year} 並非相連的兩個年份。`),
  );
