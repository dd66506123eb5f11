import { describe, it } from '@jest/globals';
import { given } from '../testing/defining.ts';
import { defineTerm } from './define-term.ts';

const asked = {
  code: '2024-AUT',
  teaching: ['2024-09-02', '2024-11-30'],
  examinations: ['2024-12-09', '2024-12-20'],
};
const defining = (fields: object) => given().when(defineTerm, { ...asked, ...fields });

describe('defining a term', () => {
  it('has two weeks of add/drop, 180 days of registration and the academic year from September', async () =>
    (await defining({})).thenDefined({
      term: { addDropEnds: '2024-09-16', registration: ['2024-03-06', '2024-09-01'], academicYear: '2024/25' },
    }));

  it('examines on the first day of teaching at the earliest', async () => {
    (await defining({ examinations: ['2024-09-02', '2024-12-20'] })).thenDefined();
    (await defining({ examinations: ['2024-09-01', '2024-12-20'] })).thenUnfit('examinations-before-teaching');
  });

  it.each(['2024-09-02', '2024-12-20'])('may end add/drop on %s', async (addDropEnds) =>
    (await defining({ addDropEnds })).thenDefined({ term: { addDropEnds } }),
  );

  it.each(['2024-09-01', '2024-12-21'])('does not end add/drop on %s, outside of it', async (addDropEnds) =>
    (await defining({ addDropEnds })).thenUnfit('add-drop-outside-term'),
  );

  it('closes registration with its teaching at the latest', async () => {
    (await defining({ registration: ['2024-06-03', '2024-11-30'] })).thenDefined();
    (await defining({ registration: ['2024-06-03', '2024-12-01'] })).thenUnfit('registration-after-term');
    (await defining({ registration: ['2024-12-20', '2024-12-31'] })).thenUnfit('registration-after-term');
  });

  it('opens registration a year before teaching at the earliest', async () => {
    (await defining({ registration: ['2023-09-02', '2024-09-01'] })).thenDefined();
    (await defining({ registration: ['2023-09-01', '2024-09-01'] })).thenUnfit('registration-too-early');
  });

  it.each(['teaching', 'examinations'])('lasts a year at most, to the end of its %s', async (part) => {
    const until = (last: string) => ({
      ...asked,
      examinations: ['2025-05-05', '2025-05-17'],
      [part]: ['2024-09-02', last],
    });
    (await defining(until('2025-09-03'))).thenDefined();
    (await defining(until('2025-09-04'))).thenUnfit('term-too-long');
  });

  it('is of one academic year, which ends in the next', async () => {
    (await defining({ academicYear: '2024/25' })).thenDefined();
    (await defining({ academicYear: '2024/26' })).thenUnfit('not-an-academic-year');
  });

  it('is of the academic year in which it is taught', async () => {
    (await defining({ academicYear: '2023/24' })).thenUnfit('academic-year-of-other-dates');
    (await defining({ academicYear: '2025/26' })).thenUnfit('academic-year-of-other-dates');
    const nineties = { teaching: ['1999-09-06', '1999-12-04'], examinations: ['1999-12-13', '1999-12-22'] };
    (await defining(nineties)).thenDefined({ term: { academicYear: '1999/00' } });
    (await defining({ ...nineties, academicYear: '1999/00' })).thenDefined({ term: { academicYear: '1999/00' } });
  });

  it.each([
    ['0001', '0001/02'],
    ['0999', '0999/00'],
    ['9998', '9998/99'],
  ])('writes an academic year in four digits and two, that of %s too', async (year, academicYear) => {
    const then = { teaching: [`${year}-09-01`, `${year}-11-30`], examinations: [`${year}-12-09`, `${year}-12-20`] };
    (await defining(then)).thenDefined({ term: { academicYear } });
    (await defining({ ...then, academicYear })).thenDefined({ term: { academicYear } });
  });

  it('is of the year in which the middle of its teaching lies, or of one that it touches, if told', async () => {
    const august = (last: string) => ({ teaching: ['2024-08-26', last] });
    (await defining(august('2024-11-30'))).thenDefined({ term: { academicYear: '2024/25' } });
    (await defining({ ...august('2024-09-01'), academicYear: '2024/25' })).thenDefined({
      term: { academicYear: '2024/25' },
    });
    (await defining({ ...august('2024-08-31'), academicYear: '2024/25' })).thenUnfit('academic-year-of-other-dates');
  });
});
