import {
  type Attempt,
  emptyExaminationFile,
  outstandingOf,
  type RegulationPack,
  type Study,
  sittingsOf,
} from '#regulations';
import type { RecordAt } from '#student-record';
import { attemptKey } from '#student-record';
import { recordView } from '../../record-view.ts';
import type { ExaminationsDocument, ExaminedCourse } from './examinations-document.ts';

/** What is on record of the examinations of a student; undefined where nothing is. Pure. */
export function examinationsOf({ student, record, programmes, asOf }: RecordAt): ExaminationsDocument | undefined {
  const file = record.examinations;
  if (file === emptyExaminationFile) return undefined;
  const about = new Set(
    [...file.sittings, ...file.deferred, ...file.exemptions, ...file.resits].map(({ attempt }) => attempt),
  );
  const courses = record.attempts.flatMap((attempt): ExaminedCourse[] => {
    const found = programmes.find(({ registration }) => registration.programme.code === attempt.programme);
    if (!found || !about.has(attemptKey(attempt.course.code, attempt.term.code))) return [];
    return [examined(found.pack, found.study, attempt, asOf)];
  });
  return {
    student,
    courses,
    resitDeferrals: file.resitDeferrals.map(({ id, term, attempts, reason, decision }) => ({
      application: id,
      term,
      attempts,
      outcome: outcomeOf(decision),
      reason: decision?.reason ?? reason,
      clause: decision?.clause,
    })),
  };
}

export const examinationsView = recordView({
  name: 'examinations',
  version: 1,
  view: (record) => {
    const document = examinationsOf(record);
    return document ? [{ part: '', document }] : [];
  },
});

const outcomeOf = (decision: { readonly granted: boolean } | undefined) =>
  decision === undefined ? 'pending' : decision.granted ? 'granted' : 'refused';

function examined({ examination }: RegulationPack, study: Study, attempt: Attempt, day: string): ExaminedCourse {
  const { code: course } = attempt.course;
  const { code: term } = attempt.term;
  const { deferred, exemptions, resits } = study.examinations ?? emptyExaminationFile;
  const key = attemptKey(course, term);
  const of = <Fact extends { readonly attempt: string }>(facts: readonly Fact[]) =>
    facts.filter((fact) => fact.attempt === key);
  const clauses = examination.clauses(study);
  const { counted, failed, most, retake } = examination.count(study, attempt);
  const resit = of(resits).at(-1);
  return {
    course,
    term,
    programme: attempt.programme,
    sittings: sittingsOf(study, attempt).map(({ kind, examination: paper, on, mark, absent = false, exception }) => ({
      kind,
      examination: paper,
      on,
      absent,
      mark: mark ?? null,
      counts: !absent && clauses.counts.includes(kind),
      exception: exception && `${exception.authority}: ${exception.reason}`,
    })),
    counted,
    failed,
    most,
    retake,
    deferred: of(deferred).map(({ id, decision, ...asked }) => ({
      application: id,
      kind: asked.kind,
      ground: asked.ground,
      missedOn: asked.examinationOn,
      appliedOn: asked.on,
      certificate: asked.certificate && {
        issuer: asked.certificate.issuer,
        leave: asked.certificate.leave,
        unfit: asked.certificate.unfit,
      },
      explanation: asked.explanation,
      outcome: outcomeOf(decision),
      reason: decision?.reason,
      decidedOn: decision?.on,
      period: decision?.period,
      examinationOn: decision?.examinationOn,
      latest: decision?.latest,
      clause: decision?.clause ?? clauses.absence[asked.ground],
    })),
    exemptions: of(exemptions).map(({ id, on, cannotContinue, recommendation, decision }) => ({
      application: id,
      appliedOn: on,
      cannotContinue,
      recommendedBy: recommendation.by,
      outcome: outcomeOf(decision),
      reason: decision?.reason,
      decidedOn: decision?.on,
      clause: decision?.clause ?? clauses.exemption,
    })),
    resit: resit && {
      period: resit.period,
      examinationOn: resit.examinationOn,
      latest: resit.latest,
      charge: resit.charge,
      outstandingCents: resit.charge && study.account ? outstandingOf(study.account, resit.charge, day) : 0,
      deferredFrom: resit.deferredFrom?.period,
      clause: resit.clause,
    },
  };
}
