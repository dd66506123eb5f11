import { type CivilDate, type ClauseId, plusYears, type Ruling, text } from '#kernel';
import type { Study, Thesis } from '../facts.ts';
import type {
  ThesisExaminationRequest,
  ThesisSubmissionRequest,
  ThesisSubmissionRuling,
  ThesisWindow,
} from '../rules/research.ts';
import { approvalBy, type Demand, ruleOn } from './demand.ts';
import { COMMITTEE, noneOutstanding, type ResearchLaw, researchAwardOf, researchModeOf } from './research-law.ts';
import { notOnLeave } from './research-leave.ts';
import { registeredOn, withinPeriod } from './research-period.ts';
import { completedOn, handedIn, lastExamination } from './research-thesis-state.ts';

/**
 * The window in which a thesis is handed in, counted in years from the first registration for it, both days included.
 * [5cu/rpg/6.1] [5cu/rpg/6.2] [3cu/rpg/6.1] [3cu/rpg/6.2]
 */
export function windowOf(
  law: ResearchLaw,
  study: Study,
  from: CivilDate,
): ThesisWindow & { also: readonly ClauseId[] } {
  const { clause, value } = law.window[researchModeOf(study)].on(from);
  const { least, most, also = [] } = value[researchAwardOf(study)];
  return { clause, also, from, opens: plusYears(from, least), closes: plusYears(from, most) };
}

/** First registration for the thesis: in a year that is registered for. */
export const thesisRegistration =
  (law: ResearchLaw) =>
  (study: Study, today: CivilDate): Ruling => {
    const { clause, opens, closes } = windowOf(law, study, today);
    return ruleOn(law.pack, [
      registeredOn(law, study, today),
      notOnLeave(law, study, today),
      noneOutstanding(law, study, 'before', []),
      ...withinPeriod(law, study, today),
      { clause, figures: { from: today, opens, closes } },
    ]);
  };

/** The Registry is told that the thesis will be handed in for examination. [5cu/rpg/6.3] [3cu/rpg/6.3] */
export const thesisNotice =
  (law: ResearchLaw) =>
  (study: Study, today: CivilDate): Ruling =>
    ruleOn(law.pack, [
      { clause: law.thesis, figures: { noticeOn: today } },
      registeredOn(law, study, today),
      notOnLeave(law, study, today),
    ]);

/** A notice that no thesis has followed yet. */
const openNotice = ({ notices, submissions }: Thesis): CivilDate | undefined =>
  notices.length > submissions.length ? notices.at(-1) : undefined;

/**
 * The thesis is handed in: within its window, or outside as the Research Degrees Committee approves; within the longest
 * period; in the language that was fixed on admission and in the prescribed form; after notice; with no condition left
 * open. [5cu/rpg/3.2] [5cu/rpg/4.1] [5cu/rpg/5.1] [5cu/rpg/6.1] [5cu/rpg/6.2] [5cu/rpg/6.3] [3cu/rpg/6.1] [3cu/rpg/6.2] [3cu/rpg/6.3]
 */
export const thesisSubmission =
  (law: ResearchLaw) =>
  (study: Study, request: ThesisSubmissionRequest): ThesisSubmissionRuling => {
    const { language, inForm, approvals, today } = request;
    const thesis = study.research?.thesis;
    const fixed = study.registration.research?.thesisLanguage;
    const notice = thesis ? openNotice(thesis) : undefined;
    const committee = approvalBy(approvals, COMMITTEE);
    const timing = thesis ? inWindow(law, study, thesis, request) : [];
    const ruling = ruleOn(law.pack, [
      ...timing,
      ...withinPeriod(law, study, today),
      registeredOn(law, study, today),
      notOnLeave(law, study, today),
      noneOutstanding(law, study, 'any', approvals),
      {
        clause: law.language,
        met: fixed === undefined || language === fixed,
        figures: { language, fixed: fixed ?? null },
        note: text(
          `The thesis is to be in ${fixed === 'zh' ? 'Chinese' : 'English'}, as fixed on admission.`,
          `取錄時已訂明論文以${fixed === 'zh' ? '中文' : '英文'}撰寫。`,
        ),
        remedy: text('Hand it in in that language.', '以該語文遞交。'),
      },
      {
        clause: law.thesis,
        met: notice !== undefined,
        figures: { noticeOn: notice ?? null },
        note: text('The Registry has not been given notice of the thesis.', '尚未就遞交論文通知教務處。'),
        remedy: text('Give notice first.', '先行通知教務處。'),
      },
      {
        clause: law.thesis,
        met: inForm,
        figures: { inForm },
        note: text('The thesis is not in the prescribed form.', '論文未符合規定形式。'),
        remedy: text('Hand it in in the prescribed form.', '按規定形式遞交。'),
      },
    ]);
    const outside = committee !== undefined && timing.some(({ met }) => !met);
    return outside ? { ruling, outsideWindow: committee.reason } : { ruling };
  };

/** Not before the window opens and not after it has closed, by its clause and those of the award that say the same. */
function inWindow(
  law: ResearchLaw,
  study: Study,
  { registeredOn: from }: Thesis,
  { approvals, today }: ThesisSubmissionRequest,
): Demand[] {
  const { clause, also, opens, closes } = windowOf(law, study, from);
  const outside = {
    figures: { today, registeredOn: from, opens, closes },
    approval: approvalBy(approvals, COMMITTEE),
  };
  const early: Omit<Demand, 'clause'> = {
    ...outside,
    met: today >= opens,
    note: text(`The thesis may be handed in from ${opens} on.`, `論文可由 ${opens} 起遞交。`),
    remedy: text(
      `Hand it in on ${opens} or later, or with the approval of the Research Degrees Committee.`,
      `於 ${opens} 或之後遞交，或取得研究學位委員會批准。`,
    ),
  };
  const late: Omit<Demand, 'clause'> = {
    ...outside,
    met: today <= closes,
    note: text(`The thesis had to be handed in by ${closes}.`, `論文須於 ${closes} 或之前遞交。`),
    remedy: text('The approval of the Research Degrees Committee.', '取得研究學位委員會批准。'),
  };
  return [clause, ...also].flatMap((id) => [
    { ...early, clause: id },
    { ...late, clause: id },
  ]);
}

/** The outcome of an examination, of which the oral one is a part, after the thesis came in. [5cu/rpg/6.3] [3cu/rpg/6.3] */
export const thesisExamination =
  (law: ResearchLaw) =>
  (study: Study, { oralOn, outcome, today }: ThesisExaminationRequest): Ruling => {
    const submittedOn = handedIn(study)?.on ?? null;
    return ruleOn(law.pack, [
      {
        clause: law.thesis,
        met: oralOn !== undefined && oralOn <= today && submittedOn !== null && oralOn >= submittedOn,
        figures: { submittedOn, oralOn: oralOn ?? null, outcome },
        note: text(
          'The student takes an oral examination after the thesis was handed in.',
          '學生須於遞交論文後參加口試。',
        ),
        remedy: text('Hold the oral examination, and record its day.', '舉行口試並記錄日期。'),
      },
    ]);
  };

/** That the examiners asked for minor amendments, and have them. [5cu/rpg/6.3] [3cu/rpg/6.3] */
export const thesisAmendment =
  (law: ResearchLaw) =>
  (study: Study, today: CivilDate): Ruling => {
    const outcome = lastExamination(study)?.outcome ?? null;
    return ruleOn(law.pack, [
      {
        clause: law.thesis,
        met: outcome === 'minor-amendments' && completedOn(study) === undefined,
        figures: { today, outcome },
        note: text('No minor amendments are asked for.', '考試委員並無要求輕微修訂，或修訂已獲接納。'),
      },
    ]);
  };
