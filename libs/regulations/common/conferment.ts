import { type ClauseId, type Ruling, text } from '#kernel';
import type { AwardKind, Study } from '../facts.ts';
import type { ConfermentRequest } from '../pack.ts';
import { type Demand, ruleOn } from './demand.ts';

export interface ConfermentLaw {
  readonly pack: string;
  /** The award bears the day on which the Council confers it. */
  readonly date: Readonly<Record<AwardKind, ClauseId>>;
}

/**
 * Whether an award bears a day: the Council conferred it on that day, which has come, and not before the programme was
 * completed. [5cu/bach/3.7] [5cu/subdeg/3.10] [3cu/bach/3.8] [3cu/subdeg/3.7]
 */
export const conferment =
  ({ pack, date }: ConfermentLaw) =>
  ({ registration, moves = [] }: Study, { on, today }: ConfermentRequest): Ruling => {
    const completedOn = moves.findLast(({ to }) => to === 'completed')?.on ?? null;
    const { award } = registration.programme;
    const clause = date[award];
    const completed: Demand = {
      clause,
      met: completedOn !== null && completedOn <= on,
      figures: { award, conferredOn: on, completedOn },
      note:
        completedOn === null
          ? text('The programme is not completed.', '尚未修畢課程。')
          : text(`The programme was completed on ${completedOn} only.`, `課程於 ${completedOn} 方始修畢。`),
      remedy: text('Record that the programme is completed.', '先記錄已修畢課程。'),
    };
    const come: Demand = {
      clause,
      met: on <= today,
      figures: { conferredOn: on, today },
      note: text('The Council has conferred nothing on a day to come.', '校董會尚未於該日頒授。'),
      remedy: text(`It is recorded from ${on} on.`, `${on} 起方可記錄。`),
    };
    return ruleOn(pack, [completed, come]);
  };
