import { Command, IsStandingRun, useCase } from '#commands';
import { type Actor, accept, refuse, text } from '#kernel';
import { type StandingRunSigned, standingRuns } from './standing-run.ts';
import { STANDING_REPORT, type StandingReport } from './start-standing-run.ts';

/**
 * Somebody stands by the report of a standing run. The report is made again from the position that it was made from, and
 * has to come out byte for byte. Two different people sign; refused to whoever has signed, to whoever gives no name, and
 * where the report comes out otherwise. [5cu/ug/11.1] [3cu/ug/11.1] [3cu/tpg/10.1] [3cu/dl/4.1]
 */
export class SignStandingRun extends Command {
  @IsStandingRun()
  readonly run!: string;
}

export const signStandingRun = useCase({
  command: SignStandingRun,
  path: 'standing-run-signatures',
  summary: text('Sign the report of a standing run', '簽署學業狀況審核報告'),
  by: ['registrar', 'registry', 'dean'],
  clauses: ['5cu/ug/11.1', '3cu/ug/11.1', '3cu/tpg/10.1', '3cu/dl/4.1'],
  stream: standingRuns,
  subject: ({ run }) => run,
  facts: async (reader, { run: name }: SignStandingRun) => {
    const run = await reader.read(standingRuns, name);
    return run && (await reader.work<StandingReport>(STANDING_REPORT, { question: run.question }));
  },
  decide: (run, { run: name }: SignStandingRun, { facts, today, actor }) => {
    if (!run || !facts) return unknownRun(name);
    if (run.state !== 'reported') return signedEnough;
    if (actor.id === undefined) return nameless;
    if (run.signatures.some(({ by }) => isSamePerson(by, actor))) return signedAlready;
    if (facts.hash !== run.hash) return comesOutOtherwise;
    const signed: StandingRunSigned = {
      type: 'StandingRunSigned',
      data: { run: name, by: actor, hash: facts.hash, on: today },
    };
    return accept([signed]);
  },
});

/** A person is one person in whatever role. */
const isSamePerson = (one: Actor, other: Actor): boolean => one.id === other.id;

export const unknownRun = (run: string) =>
  refuse('unknown-run', text(`There is no standing run ${run}.`, `沒有學業狀況審核 ${run}。`));

const signedEnough = refuse('signed-enough', text('The report has its two signatures.', '報告已有兩人簽署。'));

const nameless = refuse(
  'signature-without-name',
  text('A signature is that of a person; say who signs.', '簽署須註明簽署人。'),
);

const signedAlready = refuse(
  'signed-already',
  text('The second signature is that of another person.', '第二個簽署須由另一人作出。'),
);

const comesOutOtherwise = refuse(
  'report-differs',
  text(
    'Made again from its position, the report comes out otherwise than it was; start another run.',
    '按原紀錄位置重新編製的報告與原報告不符；請重新審核。',
  ),
);
