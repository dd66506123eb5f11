import { type CivilDate, text } from '#kernel';
import { type Approval, type Attempt, SITTING_KINDS, type Sitting, type Study } from '../facts.ts';
import type { SittingCount, SittingRequest, SittingRuling } from '../rules/examination.ts';
import { inForce } from './amended.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import { type ExaminationLaw, endOfTerm, notTakenAgain, ofAttempt, takenAgain } from './examination-law.ts';
import { resitSitting } from './examination-resit-sitting.ts';
import type { Rule } from './parameters.ts';

/**
 * The examinations of an attempt that were sat or missed: those that were recorded as such, and, where work of the kind
 * examination has a mark without one, the first as the examination of the course and a later one as a resit.
 */
export function sittingsOf(study: Study, attempt: Attempt): readonly Sitting[] {
  const { sittings } = ofAttempt(study, attempt);
  const recorded = (kind: Sitting['kind'], examination: string) =>
    sittings.some((each) => each.kind === kind && !each.absent && (each.examination ?? examination) === examination);
  const handedIn = attempt.items
    .filter(({ kind }) => kind === 'examination')
    .flatMap(({ id }) =>
      attempt.submissions
        .filter(({ assignment, mark, sat }) => assignment === id && mark !== undefined && !sat)
        .map(
          ({ submittedOn, mark, markedOn }, index): Sitting => ({
            attempt: '',
            kind: index === 0 ? 'original' : 'resit',
            examination: id,
            on: submittedOn,
            mark,
            recordedOn: markedOn ?? submittedOn,
          }),
        ),
    )
    .filter(({ kind, examination = '' }) => !recorded(kind, examination));
  const order = ({ kind }: Sitting) => SITTING_KINDS.indexOf(kind);
  return [...handedIn, ...sittings].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : order(a) - order(b)));
}

/**
 * How often the examination was sat. A sitting counts when it has a result; an absence, approved or not, does not, and
 * the deferred sitting that follows it does. A sitting has failed when its mark is below the one at which the course lets
 * the examination be passed, and also when the examination was sat once more after it. Where a course has several papers
 * the one that was sat most often counts. With `before`, those that came before that one. [5cu/assess/5.2] [5cu/assess/12.3] [3cu/assess/5.2] [3cu/assess/12.3]
 */
export const countOf =
  (law: ExaminationLaw) =>
  (study: Study, attempt: Attempt, before?: Sitting): SittingCount => {
    const pass = attempt.scheme?.examinationPass;
    const { programme } = study.registration;
    const most = inForce(law.sittings.most, 'examination-sittings', programme, endOfTerm(attempt)).value;
    const papers = new Map<string, Sitting[]>();
    for (const sitting of sittingsOf(study, attempt)) {
      if (sitting === before) break;
      if (sitting.absent || !law.sittings.counts.includes(sitting.kind)) continue;
      const paper = sitting.examination ?? '';
      papers.set(paper, [...(papers.get(paper) ?? []), sitting]);
    }
    let counted = 0;
    let failed = 0;
    for (const sat of papers.values()) {
      const below = sat.filter(({ mark }, index) => index < sat.length - 1 || isBelow(mark, pass)).length;
      counted = Math.max(counted, sat.length);
      failed = Math.max(failed, below);
    }
    const lifted = exceptionOf(study, attempt) !== undefined;
    return { counted, failed, most, retake: failed >= most && !lifted ? law.sittings.clauses : [] };
  };

const isBelow = (mark: number | undefined, pass: number | undefined): boolean =>
  mark !== undefined && pass !== undefined && mark < pass;

/** The exception under which the last sitting was let be; it covers that sitting, and holds unless it failed too. */
function exceptionOf(study: Study, attempt: Attempt): Approval | undefined {
  const last = sittingsOf(study, attempt).findLast(({ absent }) => !absent);
  const pass = attempt.scheme?.examinationPass;
  return last?.exception && !isBelow(last.mark, pass) ? last.exception : undefined;
}

/**
 * Whether an examination may be sat, and its result recorded. One that is put right is judged as if what it takes the
 * place of were not there; that the course was being taken, and not taken again, was judged with that one.
 * [5cu/assess/5.1] [3cu/assess/5.1]
 */
export const sitting =
  (law: ExaminationLaw, goesOn: Rule<CivilDate, boolean>): Rule<SittingRequest, SittingRuling> =>
  (study, request) => {
    const { clauses, liftedBy } = law.sittings;
    const { corrects } = request;
    const { counted, most } = countOf(law)(study, request.attempt, corrects);
    const exception = corrects?.exception ?? approvalBy(request.approvals, ...liftedBy);
    const counts = request.mark !== undefined && law.sittings.counts.includes(request.kind);
    const again = clauses.map(
      (clause): Demand => ({
        clause,
        met: !counts || counted < most,
        figures: { counted, most, kind: request.kind },
        approval: exception,
        note: text(
          `The examination has been sat ${counted} times without a pass; the course has to be taken again.`,
          `已應考 ${counted} 次而未能及格，學生須重修該學科。`,
        ),
        remedy:
          liftedBy.length > 0
            ? text('An exception of the award panel or of the Senate.', '由評審小組或教務會批准例外處理。')
            : undefined,
      }),
    );
    const used = counts && counted >= most ? exception : undefined;
    return {
      ...ruleOn(law.pack, [...entitled(law, study, request, goesOn), ...again]),
      ...(used ? { exception: used } : {}),
    };
  };

function entitled(
  law: ExaminationLaw,
  study: Study,
  request: SittingRequest,
  goesOn: Rule<CivilDate, boolean>,
): (Demand | Remark)[] {
  if (request.kind === 'resit') return resitSitting(law, study, request, goesOn);
  if (request.kind === 'deferred') return deferred(law, study, request);
  const { attempt, on, corrects } = request;
  const taken = attempt.status === 'enrolled' || corrects !== undefined;
  const [teachingBegins] = attempt.term.teaching;
  return law.entitled.map(
    (clause): Demand => ({
      clause,
      met: attempt.course.examination && taken && on >= teachingBegins,
      figures: { examination: attempt.course.examination, status: attempt.status, on, teachingBegins },
      note: attempt.course.examination
        ? text('The course is not being taken on that day.', '學生當日並非修讀該學科。')
        : text('The course ends without an examination.', '該學科不設考試。'),
    }),
  );
}

/** The deferred examination is taken once, when it was granted. [5cu/assess/12.2] [3cu/assess/12.2] */
function deferred(
  law: ExaminationLaw,
  study: Study,
  { attempt, on, examination, corrects }: SittingRequest,
): (Demand | Remark)[] {
  const { deferred: applications, sittings } = ofAttempt(study, attempt);
  const granted = applications.filter(({ decision }) => decision?.granted);
  const taken = sittings.filter(
    (each) => each.kind === 'deferred' && each.examination === examination && each !== corrects,
  );
  // What is put right was the one of its own grant, in the order in which they were taken.
  const decision = (corrects && granted[taken.length]?.decision) ?? granted.at(-1)?.decision;
  // A result that was recorded meanwhile does not take away what was granted; the new one comes in its place.
  const open = corrects !== undefined || attempt.status === 'enrolled' || attempt.status === 'completed';
  const figures = { granted: granted.length, taken: taken.length, status: attempt.status };
  const entitlement = law.entitled.map(
    (clause): Demand => ({
      clause,
      met: decision !== undefined && open,
      figures,
      note: open
        ? text('No deferred examination has been granted.', '學生未獲准延期考試。')
        : text('The course is not being taken any more.', '學生已不再修讀該學科。'),
      remedy: open ? text('Apply for a deferred examination first.', '先申請延期考試。') : undefined,
    }),
  );
  if (!decision) return entitlement;
  const again = corrects ? undefined : takenAgain(study, attempt);
  const { examinationOn = null, latest = decision.on } = decision;
  return [
    ...entitlement,
    ...(again?.grade === undefined ? [] : [notTakenAgain(law.deferred.once, study, attempt)]),
    {
      clause: law.deferred.once,
      met: taken.length < granted.length,
      figures: { ...figures, takenOn: taken.at(-1)?.on ?? null },
      note: text(
        `The one deferred examination was on ${taken.at(-1)?.on ?? ''}; who did not take it has lost it.`,
        `唯一一次延期考試已於 ${taken.at(-1)?.on ?? ''} 舉行，未有應考者不再獲安排。`,
      ),
    },
    {
      clause: law.deferred.set,
      met: examinationOn === null || on === examinationOn,
      figures: { on, examinationOn },
      note: text(`The University has set ${examinationOn}.`, `大學所定考試日期為 ${examinationOn}。`),
    },
    {
      clause: law.deferred.when,
      met: on >= decision.on && on <= latest,
      figures: { on, grantedOn: decision.on, latest },
      note: text(`It was to be taken by ${latest}.`, `延期考試須於 ${latest} 或之前應考。`),
    },
  ];
}
