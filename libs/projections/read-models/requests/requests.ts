import { type Actor, type CivilDate, type Text, text } from '#kernel';
import { accountOn, arrangementState, type ExaminationArrangement, type ResultAppeal } from '#regulations';
import type { RecordAt } from '#student-record';
import { recordView } from '../../record-view.ts';
import { amountOf } from '../shown.ts';
import type { ShownArrangement } from './arrangement-documents.ts';
import type { ShownDecision, ShownFee } from './asked.ts';
import type { RequestsDocument } from './requests-document.ts';
import type { ShownAppeal } from './result-request-documents.ts';

/** What is shown of everything, beside its fee. */
type Common = keyof ReturnType<ReturnType<typeof askedIn>>;

interface Asked {
  readonly id: string;
  readonly course: string;
  readonly term: string;
  readonly on: CivilDate;
  readonly by: Actor;
  readonly clause: string;
}

/** What was asked about examinations and results, and what came of it, as it stands on the latest day of the record. Pure. */
export function requestsOf(at: RecordAt): RequestsDocument {
  const { student, asOf, record } = at;
  const { requests } = record;
  const asked = askedIn(at);
  const fee = feeIn(at);
  return {
    student,
    asOf,
    arrangements: requests.arrangements.map((arrangement) => ({
      ...asked(arrangement),
      ...shownArrangement(at, arrangement),
      fee: fee(arrangement.charge),
      costs: fee(arrangement.decision?.charge),
    })),
    orals: requests.orals.map((oral) => ({
      ...asked(oral),
      reason: oral.reason,
      day: oral.day,
      outcome: oral.result?.outcome ?? 'required',
      words: oral.result?.words,
      recordedOn: oral.result?.on,
    })),
    incidents: requests.incidents.map((incident) => {
      const { id: _id, by: _by, script, ...facts } = incident;
      return { ...facts, ...asked(incident), script: script && { decision: script.decision, ...decisionOf(script) } };
    }),
    circumstances: requests.circumstances.map((report) => {
      const { id: _id, by: _by, consideration, ...facts } = report;
      const outcome = consideration?.outcome ?? 'reported';
      return {
        ...facts,
        ...asked(report),
        outcome,
        considered: consideration?.words,
        consideredOn: consideration?.on,
      };
    }),
    contacts: requests.contacts.map((contact) => {
      const { to, words, tutorTriedOn } = contact;
      return { ...asked(contact), to, words, tutorTriedOn };
    }),
    appeals: requests.appeals.map((appeal) => ({
      ...asked(appeal),
      ...shownAppeal(appeal),
      fee: fee(appeal.charge),
    })),
    disclosures: requests.disclosures.map((disclosure) => {
      const { what, channel, issued, charge } = disclosure;
      return {
        ...asked(disclosure),
        what,
        channel: issued?.channel ?? channel,
        outcome: issued ? 'issued' : 'asked',
        issuedOn: issued?.on,
        grade: issued?.grade,
        marks: issued?.marks,
        fee: fee(charge),
      };
    }),
  };
}

/** Nothing of a student who has asked for nothing. */
export const requestsView = recordView({
  name: 'requests',
  version: 1,
  view: (record) => (hasAsked(record) ? [{ part: '', document: requestsOf(record) }] : []),
});

const hasAsked = ({ record }: RecordAt): boolean =>
  Object.values<readonly unknown[]>({ ...record.requests }).some((asked) => asked.length > 0);

const askedIn =
  ({ record }: RecordAt) =>
  ({ id, course, term, on, by, clause }: Asked) => ({
    request: id,
    course,
    title: titleOf(record.attempts.findLast((attempt) => attempt.course.code === course)?.course.title, course),
    term,
    on,
    by: by.role,
    clause,
  });

const titleOf = (title: Text | undefined, course: string): Text => title ?? text(course, course);

const feeIn = ({ record, asOf }: RecordAt) => {
  const charges = new Map(accountOn(record.account, asOf).charges.map((charge) => [charge.id, charge]));
  return (id: string | undefined): ShownFee | undefined => {
    const charge = id === undefined ? undefined : charges.get(id);
    if (!charge) return undefined;
    const { cents, outstanding, waived, payBy } = charge;
    return {
      charge: charge.id,
      amount: amountOf(cents),
      outstanding: amountOf(outstanding),
      waived: amountOf(waived),
      payBy,
    };
  };
};

const decisionOf = ({
  on,
  by,
  reason,
  clause,
}: Pick<Asked, 'on' | 'by' | 'clause'> & { readonly reason: string }): ShownDecision => ({
  on,
  by: by.role,
  reason,
  clause,
});

function shownArrangement(
  { record, asOf }: RecordAt,
  arrangement: ExaminationArrangement,
): Omit<ShownArrangement, Common> {
  const { kind, words, sitting, papers, religiousBody, decision } = arrangement;
  return {
    kind,
    words,
    sittingTerm: sitting.term,
    examinations: sitting.examinations,
    papers,
    religiousBody,
    outcome: arrangementState(arrangement, record.account, asOf),
    decision: decision && decisionOf(decision),
    terms: decision?.terms,
  };
}

function shownAppeal({ grade, words, lastDay, decision }: ResultAppeal): Omit<ShownAppeal, Common> {
  return {
    grade,
    words,
    lastDay,
    outcome: decision?.outcome ?? 'open',
    gradeAfter: decision?.grade,
    decision: decision && decisionOf(decision),
    marks: decision?.marks,
  };
}
