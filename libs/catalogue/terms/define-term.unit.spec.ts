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

  it('opens registration before its end', async () => {
    (await defining({ registration: ['2024-12-20', '2024-12-31'] })).thenDefined();
    (await defining({ registration: ['2024-12-21', '2024-12-31'] })).thenUnfit('registration-after-term');
  });

  it('is of one academic year, which ends in the next', async () => {
    (await defining({ academicYear: '2024/25' })).thenDefined();
    (await defining({ academicYear: '2024/26' })).thenUnfit('not-an-academic-year');
    (await defining({ academicYear: '1999/00' })).thenDefined({ term: { academicYear: '1999/00' } });
  });
});
