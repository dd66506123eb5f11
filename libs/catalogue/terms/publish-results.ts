import { Command, IsDay, IsReason, IsTermCode, useCase } from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import { publicationRefused, publicationRuling } from './results-day.ts';
import { type ResultsPublished, terms } from './term.ts';

/**
 * The results of a term are published on a day, today unless told: earlier or later than it was planned. Students see
 * nothing of a result before that day. Refused before the examinations of the term are over, and once they are out.
 * [5cu/assess/19.1] [5cu/assess/19.2] [3cu/assess/18.1] [3cu/assess/18.2]
 */
export class PublishResults extends Command {
  @IsTermCode({ description: 'The term whose results are published.' })
  readonly term!: string;

  @IsDay({ description: 'The first day on which students see them; today unless told.', optional: true })
  readonly on?: CivilDate;

  @IsReason({ description: 'Why on another day than planned.', optional: true })
  readonly reason?: string;
}

export const publishResults = useCase({
  command: PublishResults,
  path: 'result-publications',
  summary: text('Publish the results of a term', '公布學期成績'),
  by: ['registrar'],
  clauses: ['5cu/assess/19.1', '5cu/assess/19.2', '3cu/assess/18.1', '3cu/assess/18.2'],
  stream: terms,
  subject: (command) => command.term,
  decide: (term, command: PublishResults, { today }) => {
    if (!term) return unknownTerm(command.term);
    const on = command.on ?? today;
    const ruling = publicationRuling(term, { on, today });
    const published: ResultsPublished = {
      type: 'ResultsPublished',
      data: { term: term.code, on, ...(command.reason === undefined ? {} : { reason: command.reason }) },
    };
    return decideBy(ruling, [published], publicationRefused);
  },
});

const unknownTerm = (code: string) => refuse('unknown-term', text(`There is no term ${code}.`, `沒有學期 ${code}。`));
