import { type Ruling, text } from '#kernel';
import type { GradingRequest, MarkingRequest } from '../pack.ts';
import { attendanceDemands } from './attendance.ts';
import type { CourseworkLaw } from './coursework-law.ts';
import { courseworkTotal, exactly } from './coursework-total.ts';
import { type Demand, ruleOn } from './demand.ts';
import { type ByChapter, figure, ofChapter, type Rule } from './parameters.ts';
import { together } from './together.ts';

/**
 * A course is passed by who attended enough of it, whose coursework reached the mark at which it has to be passed, and
 * of whose work nobody says that it is another's. [5cu/ug/9.8] [5cu/assess/2.1] [5cu/assess/4.2] [3cu/ug/9.10] [3cu/assess/2.1] [3cu/assess/4.2]
 */
export const whileCourseworkStands =
  (laws: ByChapter<CourseworkLaw>, grading: Rule<GradingRequest, Ruling>): Rule<GradingRequest, Ruling> =>
  (study, request) => {
    const law = ofChapter(laws, study.registration.programme);
    const graded = grading(study, request);
    if (law.scale.get(request.grade)?.effect !== 'passed') return graded;
    const { attempt } = request;
    return together(
      graded,
      ruleOn(law.pack, [...attendanceDemands(law, attempt), ...passed(law, request), ...cleared(law, request)]),
    );
  };

/** Of an exemption from the examination the award panel may be convinced by less. [5cu/assess/13.1(b)] [3cu/assess/13.1(b)] */
function passed(law: CourseworkLaw, { attempt, exemption }: GradingRequest): Demand[] {
  const needed = attempt.scheme?.courseworkPass;
  if (needed === undefined || exemption) return [];
  const { total } = courseworkTotal(attempt);
  return [
    {
      clause: law.weights,
      met: total?.atLeast(exactly(needed)) ?? false,
      figures: { courseworkTotal: total ? figure(total) : null, courseworkPass: needed },
      note: text(
        `The coursework comes to ${total?.toFixed(2) ?? '—'}; the course asks for a pass in it, at ${needed}.`,
        `平時作業總分為 ${total?.toFixed(2) ?? '—'}；該學科要求平時作業及格，即 ${needed} 分。`,
      ),
    },
  ];
}

function cleared(law: CourseworkLaw, { attempt }: GradingRequest): Demand[] {
  const { allegations = [] } = attempt.coursework ?? {};
  if (allegations.length === 0) return [];
  const open = allegations.filter(({ settled }) => !settled).map(({ assignment }) => assignment);
  return [
    {
      clause: law.discipline,
      met: open.length === 0,
      figures: { alleged: allegations.length, open: open.join(' ') || null },
      note: text(
        `An allegation of plagiarism is with the disciplinary proceedings: ${open.join(' ')}.`,
        `有關抄襲的指控正由紀律程序處理：${open.join(' ')}。`,
      ),
      remedy: text(
        'Record what the proceedings came to (SettlePlagiarism).',
        '記錄紀律程序的結果（SettlePlagiarism）。',
      ),
    },
  ];
}

/** Work that proved not to be the student's own is not marked as if it were. [5cu/assess/4.2] [3cu/assess/4.1] */
export const whileOwnWork =
  (laws: ByChapter<CourseworkLaw>, marking: Rule<MarkingRequest, Ruling>): Rule<MarkingRequest, Ruling> =>
  (study, request) => {
    const law = ofChapter(laws, study.registration.programme);
    const settled = request.attempt.coursework?.allegations.findLast(
      (each) => each.assignment === request.assignment && each.settled,
    )?.settled;
    const marked = marking(study, request);
    if (!settled) return marked;
    const own: Demand = {
      clause: law.ownWork,
      met: settled.outcome === 'dismissed',
      figures: { item: request.assignment, outcome: settled.outcome, caseReference: settled.caseReference },
      note: text(
        `${request.assignment} proved not to be the student's own work; its mark follows from the disciplinary decision.`,
        `${request.assignment} 經裁定並非學生本人的作業；其分數須依紀律決定處理。`,
      ),
    };
    return together(marked, ruleOn(law.pack, [own]));
  };
