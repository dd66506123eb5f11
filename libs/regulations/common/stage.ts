import { type CivilDate, type ClauseId, fails, holds, resting, rule, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { ProgrammeFacts, StageOfStudy, Study } from '../facts.ts';
import type { Figures } from '../pack.ts';
import type { StageRuling } from '../rules/standing.ts';

export interface StageLaw {
  readonly pack: string;
  /** Credits from which the second stage and each later one begin. */
  readonly from: Dated<readonly number[]>;
  /** That students are placed in stages at all. */
  readonly placed: ClauseId;
  /** That a programme may have credits of its own. */
  readonly ofProgramme: ClauseId;
}

/** The clause and the credits of the stages of a programme. */
function stagesOf({ from, ofProgramme }: StageLaw, { requirements }: ProgrammeFacts, day: CivilDate) {
  const { clause, value } = from.on(day);
  const own = requirements.stageCredits;
  return own ? { clause: ofProgramme, credits: own } : { clause, credits: value };
}

/**
 * The credits that were not taken here: those transferred, or those that the route of entry takes off where these are
 * more, as both stand for the same earlier study.
 */
const broughtAlong = ({ registration }: Study, { creditsTransferred }: Figures): number =>
  Math.max(creditsTransferred, registration.entry?.route?.waived ?? 0);

/**
 * The highest stage whose credits are reached, those brought along among them: they count towards the programme as well.
 * [5cu/ug/10.1] [5cu/ug/10.2] [5cu/ug/10.3] [3cu/ug/10.1] [3cu/ug/10.2] [3cu/ug/10.3]
 */
export function stageOfStudy(law: StageLaw, study: Study, figures: Figures, day: CivilDate): StageOfStudy {
  const { credits: starts } = stagesOf(law, study.registration.programme, day);
  const credits = figures.creditsEarned + broughtAlong(study, figures);
  const reached = starts.filter((from) => credits >= from).length;
  const stage = reached + 1;
  const from = starts[reached];
  return {
    stage,
    credits,
    ...(from === undefined ? {} : { next: { stage: stage + 1, from, missing: from - credits } }),
  };
}

/** The stage with a ruling on the next one, which refuses while credits are missing from it. */
export function stageRuling(law: StageLaw, study: Study, figures: Figures, day: CivilDate): StageRuling {
  const placed = stageOfStudy(law, study, figures, day);
  const { clause } = stagesOf(law, study.registration.programme, day);
  const { stage, credits, next } = placed;
  const { creditsTransferred } = figures;
  const { waived } = study.registration.entry?.route ?? {};
  const reached = [
    holds(law.placed, {
      stage,
      credits,
      creditsTransferred,
      ...(waived === undefined ? {} : { waivedByRoute: waived }),
    }),
    resting(holds(clause, { stage, credits }), figures.restsOn.credits),
  ];
  if (!next) return { ...placed, ruling: rule(law.pack, reached) };
  const short = fails(
    clause,
    text(
      `${credits} credits are in stage ${stage}; stage ${next.stage} begins at ${next.from}.`,
      `累積 ${credits} 學分屬第 ${stage} 階段；第 ${next.stage} 階段由 ${next.from} 學分起。`,
    ),
    { stage: next.stage, from: next.from, credits, missing: next.missing },
  );
  const missing = resting(short, figures.restsOn.credits);
  const remedy = text(`${next.missing} credits more are needed.`, `尚需取得 ${next.missing} 學分。`);
  return { ...placed, ruling: rule(law.pack, [...reached, missing], [remedy]) };
}
