import { type Finding, holds, text } from '#kernel';
import { type Charge, chapterOf, type ProgrammeFacts } from '../facts.ts';
import { hkd } from './account.ts';

/**
 * What has still to be paid of the tuition of an enrolment for the registration to be complete, which in distance learning
 * takes both. It keeps nobody from the course. [5cu/dl/3.4] [3cu/dl/3.4]
 */
export const tuitionOwed = (programme: ProgrammeFacts, charges: readonly Charge[]): readonly Finding[] =>
  chapterOf(programme) === 'distance-learning'
    ? charges
        .filter(({ kind }) => kind === 'tuition')
        .map(({ clause, cents, due }) => ({
          ...holds(clause, { owedCents: cents, due }),
          note: text(
            `The registration is complete once its tuition of ${hkd(cents)} is paid, by ${due}.`,
            `須於 ${due} 或之前繳付學費 ${hkd(cents)}，註冊方告完成。`,
          ),
        }))
    : [];
