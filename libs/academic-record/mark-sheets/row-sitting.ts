import { type CivilDate, type Refusal, refuse, text } from '#kernel';
import { type AssessmentItem, type Attempt, dayOfPaper, lastSubmissions, type Sitting, type Study } from '#regulations';
import { attemptKey } from '#student-record';

/** A sitting whose mark is still to come. */
export type Unmarked = Omit<Sitting, 'mark'>;

/**
 * The sitting that a mark on a sheet is of, where none is on record that waits for one: of the deferred examination or the
 * resit that was granted, and otherwise of the examination of the course, on its day. Undefined where the mark is one of
 * work on record, which has one already or not.
 */
export function sittingToRecord(
  study: Study,
  taken: Attempt,
  paper: AssessmentItem,
  recordedOn: CivilDate,
): Unmarked | undefined {
  const { id: examination } = paper;
  const { sittings = [], deferred = [], resits = [] } = study.examinations ?? {};
  const attempt = attemptKey(taken.course.code, taken.term.code);
  const granted = deferred.findLast((one) => one.attempt === attempt && one.decision?.granted)?.decision;
  const resit = resits.find((one) => one.attempt === attempt);
  const work = lastSubmissions(taken).get(examination);
  const about = { attempt, examination, recordedOn };
  const isKnown = (kind: Sitting['kind']) => sittings.some(isOf({ ...about, kind }));
  if (!work && granted && !isKnown('deferred'))
    return { ...about, kind: 'deferred', on: granted.examinationOn ?? recordedOn };
  if (!work) return { ...about, kind: 'original', on: dayOfPaper(study, taken, paper, recordedOn) };
  if (work.mark !== undefined && resit && !isKnown('resit'))
    return { ...about, kind: 'resit', on: resit.examinationOn ?? recordedOn };
  return undefined;
}

/** Why a sitting cannot be recorded with its mark: it is to come, or an absence from it is on record. */
export function sittingRefused(study: Study, sitting: Unmarked, today: CivilDate): Refusal | undefined {
  if (sitting.on > today) return examinationToCome(sitting.examination ?? '', sitting.on);
  return study.examinations?.sittings.some(isOf(sitting)) ? sittingKnown : undefined;
}

type Which = Pick<Sitting, 'attempt' | 'kind' | 'examination'>;

const isOf =
  ({ attempt, kind, examination }: Which) =>
  (one: Which): boolean =>
    one.attempt === attempt && one.kind === kind && one.examination === examination;

const examinationToCome = (id: string, day: CivilDate): Refusal =>
  refuse(
    'examination-to-come',
    text(`The examination ${id} is on ${day}; nobody has sat it yet.`, `考試 ${id} 於 ${day} 舉行，尚未應考。`),
  );

const sittingKnown = refuse(
  'sitting-known',
  text('An absence from the examination is on record; put it right there.', '紀錄中已有缺考，請先更正應考紀錄。'),
);
