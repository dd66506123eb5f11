import { type ClauseId, type Ruling, text } from '#kernel';
import { type ByAward, ofAward, type Study } from '../facts.ts';
import type { ConfermentRequest } from '../pack.ts';
import { type Demand, ruleOn } from './demand.ts';

export interface ConfermentLaw {
  readonly pack: string;
  /** The award bears the day on which the Council confers it. */
  readonly date: ByAward<ClauseId>;
  /** By award, that the student has told which award is intended, and what asks for that beside all the rest. */
  readonly intention: ByAward<{ readonly clause: ClauseId; readonly whole?: ClauseId }>;
}

const NOT_WHOLE = text(
  'What the award asks in all is not met: the programme completed, and the intention declared.',
  '尚未完全符合頒授條件：須修畢課程並表明意向。',
);

/**
 * Whether an award bears a day: the Council conferred it on that day, which has come, and not before the programme was
 * completed; of some awards, once the student has declared that it is intended. [5cu/bach/3.7] [5cu/subdeg/3.10]
 * [3cu/bach/3.8] [3cu/subdeg/3.7] [5cu/bach/5.1(a)] [5cu/subdegpd/5.1(a)] [5cu/dual/5.1(b)] [3cu/dual/6.1.1]
 */
export const conferment =
  ({ pack, date, intention }: ConfermentLaw) =>
  ({ registration, moves = [], intentions = [] }: Study, { on, today }: ConfermentRequest): Ruling => {
    const completedOn = moves.findLast(({ to }) => to === 'completed')?.on ?? null;
    const { award } = registration.programme;
    const clause = ofAward(date, award);
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
    const asked = intention[award];
    if (!asked) return ruleOn(pack, [completed, come]);
    const declaredOn = intentions[0]?.on ?? null;
    const declared: Demand = {
      clause: asked.clause,
      met: declaredOn !== null && declaredOn <= on,
      figures: { award, declaredOn, conferredOn: on },
      note: text(
        'The student has not told the University by then that the award is intended.',
        '學生於該日之前未有向大學表明擬取得此資格。',
      ),
      remedy: text('The student declares the intention first.', '學生須先表明意向。'),
    };
    const { whole } = asked;
    return ruleOn(pack, [
      completed,
      come,
      declared,
      ...(whole ? [{ ...declared, clause: whole, met: declared.met && completed.met, note: NOT_WHOLE }] : []),
    ]);
  };
