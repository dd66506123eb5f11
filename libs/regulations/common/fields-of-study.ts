import { type ClauseId, type Ruling, text } from '#kernel';
import type { ProgrammeFacts } from '../facts.ts';
import { type Demand, ruleOn } from './demand.ts';

export interface FieldsLaw {
  readonly pack: string;
  readonly major?: ClauseId;
  readonly minor?: ClauseId;
}

/**
 * Whether a programme has the fields of study that it is described with: a major leads to an honours degree, and a minor
 * goes with a major of one. The five-credit structure knows neither as such, and lets both be named.
 * [3cu/gloss/21] [3cu/gloss/23]
 */
export const fieldsOfStudy =
  ({ pack, major, minor }: FieldsLaw) =>
  ({ award, requirements }: ProgrammeFacts): Ruling => {
    const demands: Demand[] = [];
    if (requirements.major && major)
      demands.push({
        clause: major,
        met: award === 'honours',
        figures: { award, courses: requirements.major.length },
        note: text('Only honours degrees have majors.', '只有榮譽學士學位設主修。'),
      });
    if (requirements.minor && minor)
      demands.push({
        clause: minor,
        met: award === 'honours' && requirements.major !== undefined,
        figures: { award, courses: requirements.minor.length, major: requirements.major !== undefined },
        note: text('A minor goes with the major of an honours degree.', '副修須配合榮譽學士學位的主修。'),
        remedy: text('Name the major as well.', '一併訂明主修。'),
      });
    return ruleOn(pack, demands);
  };
