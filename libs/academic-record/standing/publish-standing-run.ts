import { Command, type Following, IsStandingRun, useCase } from '#commands';
import { accept, refuse, text } from '#kernel';
import { publication } from './publication.ts';
import { unknownRun } from './sign-standing-run.ts';
import { SIGNATURES, type StandingRunPublicationBegun, standingRuns } from './standing-run.ts';

/**
 * A signed standing run is published: the standing of every student in the report is written into the record, and study
 * that ends for standing ends with it. Where that breaks off it is taken up by asking again; nothing is written twice.
 * Refused before two people have signed, and once it is done. [5cu/ug/11.1] [5cu/ug/11.3] [3cu/ug/11.1] [3cu/ug/11.5] [3cu/tpg/10.1] [3cu/tpg/10.5] [3cu/dl/4.1]
 */
export class PublishStandingRun extends Command {
  @IsStandingRun()
  readonly run!: string;
}

export const publishStandingRun = useCase({
  command: PublishStandingRun,
  path: 'standing-run-publications',
  summary: text('Publish a standing run', '公布學業狀況審核結果'),
  by: ['registrar', 'registry'],
  clauses: ['5cu/ug/11.1', '5cu/ug/11.3', '3cu/ug/11.1', '3cu/ug/11.5', '3cu/tpg/10.1', '3cu/tpg/10.5', '3cu/dl/4.1'],
  stream: standingRuns,
  subject: ({ run }) => run,
  decide: (run, { run: name }: PublishStandingRun, { today }) => {
    if (!run) return unknownRun(name);
    if (run.state === 'published') return published;
    if (run.signatures.length < SIGNATURES) return notSigned;
    const begun: StandingRunPublicationBegun = { type: 'StandingRunPublicationBegun', data: { run: name, on: today } };
    return accept([begun]);
  },
  after: ({ run }: PublishStandingRun, following: Following) => publication(run, following),
});

const published = refuse('published-already', text('The run is published.', '該次審核結果已公布。'));

const notSigned = refuse(
  'not-signed',
  text('Two people sign the report before it is published.', '報告須由兩人簽署方可公布。'),
);
