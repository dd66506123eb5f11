import { type ClauseId, Rational, type Text, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { ScholarshipForm } from '../facts/scholarship-facts.ts';
import { type Approval, type Attempt, type ByAward, chapterOf, ofAward, type Study } from '../facts.ts';
import type { Figures } from '../pack.ts';
import { approvalBy, type Demand } from './demand.ts';
import { type FullTimeLoad, prescribedLoad } from './enrolment-load.ts';
import { ownAttempts } from './figures.ts';
import { figure, sum, weighs } from './parameters.ts';

/** What a student has to have studied for a scholarship. */
export interface ScholarshipCredits {
  readonly clause: ClauseId;
  demand(study: Study, request: CreditsRequest): Demand;
}

interface CreditsRequest {
  readonly academicYear: string;
  readonly approvals: readonly Approval[];
  readonly today: string;
}

export interface ScholarshipLaw {
  readonly pack: string;
  /** Financial need does not count unless the donor says so. */
  readonly need: ClauseId;
  readonly credits: ScholarshipCredits;
  readonly criteria: ClauseId;
  readonly recommendation: ClauseId;
  readonly everySchool: ClauseId;
  /** How often one student is normally given the same scholarship at most. */
  readonly once: Dated<number>;
  readonly conditions: ClauseId;
  readonly programmes: ClauseId;
  readonly representative: ClauseId;
  /** Conditions against the regulations or the aims of the Ordinance. */
  readonly contrary: ClauseId;
  /** What a scholarship normally is. */
  readonly forms: Dated<readonly ScholarshipForm[]>;
}

/**
 * So many credits passed in the programme, by its award; transferred credits were not completed in it. Nobody lets
 * fewer pass. [5cu/schol/3.1]
 */
export const creditsCompleted = (
  least: Dated<ByAward<number>>,
  figuresOf: (study: Study) => Figures,
): ScholarshipCredits => ({
  clause: clauseOf(least),
  demand(study, { today }) {
    const { clause, value } = least.on(today);
    const { award } = study.registration.programme;
    const needed = ofAward(value, award);
    const { creditsEarned: completed } = figuresOf(study);
    return {
      clause,
      met: completed >= needed,
      figures: { award, completed, needed },
      note: text(
        `${completed} credits have been completed in the programme; ${needed} are needed.`,
        `學生於課程中修畢 ${completed} 學分；須修畢至少 ${needed} 學分。`,
      ),
      remedy: more(Rational.of(needed - completed)),
    };
  },
});

/** What full-time undergraduates take in a year, and what part-time students, distance learners and taught postgraduates enrol in. */
export interface CreditsOfYear {
  readonly undergraduate: number;
  readonly otherwise: number;
}

/**
 * So many credits in the academic year that is assessed. By full-time undergraduates they are taken, not given up, which is normally so:
 * the University lets fewer pass, and a programme with a load of its own asks that. By others they were enrolled in,
 * whatever became of them; of full-time research students the clause asks none. [3cu/schol/3.1]
 */
export const creditsOfYear = (least: Dated<CreditsOfYear>, load: Dated<FullTimeLoad>): ScholarshipCredits => ({
  clause: clauseOf(least),
  demand(study, { academicYear, approvals, today }) {
    const { clause, value } = least.on(today);
    const { programme } = study.registration;
    const chapter = chapterOf(programme);
    const undergraduate = chapter === 'undergraduate';
    const general = chapter === 'research' && programme.mode === 'full-time' ? 0 : value.otherwise;
    const needed =
      undergraduate && programme.requirements.creditsPerTerm !== undefined
        ? prescribedLoad(load, programme, today).year
        : Rational.of(undergraduate ? value.undergraduate : general);
    const counts = (attempt: Attempt) =>
      attempt.term.academicYear === academicYear && (!undergraduate || weighs(attempt));
    const credits = sum(
      ownAttempts(study)
        .filter(counts)
        .map(({ course }) => Rational.parse(String(course.credits))),
    );
    return {
      clause,
      met: credits.atLeast(needed),
      figures: { academicYear, credits: figure(credits), needed: figure(needed) },
      approval: undergraduate ? approvalBy(approvals, 'university') : undefined,
      note: text(
        `${figure(credits)} credits in ${academicYear}; ${figure(needed)} are needed.`,
        `學生於 ${academicYear} 學年修讀 ${figure(credits)} 學分；須修讀至少 ${figure(needed)} 學分。`,
      ),
      remedy: undergraduate
        ? text(
            `${lacking(needed.minus(credits)).en}, or obtain the approval of the University for fewer.`,
            `${lacking(needed.minus(credits))['zh-Hant']}，或取得大學批准。`,
          )
        : more(needed.minus(credits)),
    };
  },
});

const lacking = (credits: Rational): Text =>
  text(`Take ${figure(credits)} credits more`, `再修讀 ${figure(credits)} 學分`);

const more = (credits: Rational): Text => text(`${lacking(credits).en}.`, `${lacking(credits)['zh-Hant']}。`);

const clauseOf = ({ provisions }: Dated<unknown>): ClauseId => provisions.at(-1)?.clause ?? '';
