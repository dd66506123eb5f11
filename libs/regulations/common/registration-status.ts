import { type CivilDate, type ClauseId, fails, type Ruling, rule, type Text, text } from '#kernel';
import type { Deferral, EndedStatus, Move, RegistrationStatus, Study } from '../facts.ts';
import type { StatusAt } from '../rules/registration.ts';
import { isOfAllStudy } from './eligibility.ts';
import type { Rule } from './parameters.ts';
import { paymentOf } from './provisional.ts';
import { leavesTaken } from './research-leave.ts';

export interface StatusLaw {
  readonly pack: string;
  /** Admission, and the first registration that makes it good. */
  readonly registered: ClauseId;
  readonly deferred: ClauseId;
  /** Registration until tuition that is paid later has arrived; absent where nothing provides for it. */
  readonly provisional?: ClauseId;
  /** What somebody whose registration is at an end can do, by how it ended. */
  readonly remedies: Partial<Readonly<Record<RegistrationStatus, Text>>>;
}

/** Under these a registration goes on; all others have ended it. */
const GOING_ON = new Set<RegistrationStatus>([
  'admitted',
  'registered',
  'provisional',
  'deferred',
  'on-leave',
  'reinstated',
]);

export const goesOnAs = (status: RegistrationStatus): status is Exclude<RegistrationStatus, EndedStatus> =>
  GOING_ON.has(status);

/** These can be put off; the others say of themselves that there is no study. */
const STUDYING = new Set<RegistrationStatus>(['admitted', 'registered', 'provisional', 'reinstated']);

const moveAt = (law: StatusLaw, { programme, to, on, clause = law.registered, reason }: Move): StatusAt => ({
  programme,
  status: to,
  since: on,
  clause,
  ...(reason === undefined ? {} : { reason }),
});

/** A registration that nothing is recorded of but its admission. */
const admission = (law: StatusLaw, { registration }: Study): StatusAt => ({
  programme: registration.programme.code,
  status: 'admitted',
  since: registration.admittedOn,
  clause: law.registered,
});

const deferredAt = (law: StatusLaw, { programme, from, until }: Deferral): StatusAt => ({
  programme,
  status: 'deferred',
  since: from,
  until,
  clause: law.deferred,
});

/** Deferrals that put off study as such: full-time every one, in distance learning those beside which no course goes on. */
const deferralsOfStudy = (study: Study): readonly Deferral[] =>
  study.deferrals.filter(
    (deferral) => deferral.programme === study.registration.programme.code && isOfAllStudy(study, deferral),
  );

/** Times of research without study, as the Registrar permitted them. [5cu/rpg/4.7] [3cu/rpg/4.7] */
const leavesOf = (law: StatusLaw, { registration, research }: Study): readonly StatusAt[] =>
  leavesTaken(research?.leaves ?? []).map(({ from, until, reason }) => ({
    programme: registration.programme.code,
    status: 'on-leave',
    since: from,
    until,
    clause: law.deferred,
    reason,
  }));

/**
 * How a registration stands on a day: by the last of its moves that was in effect by then, and put off while study is
 * deferred or interrupted, or provisional while tuition that is paid later is to arrive. Of moves that take effect on one
 * day the one recorded last counts.
 */
export const statusOn =
  (law: StatusLaw): Rule<CivilDate, StatusAt> =>
  (study, day) => {
    const move = study.moves?.findLast(({ on }) => on <= day);
    const moved = move ? moveAt(law, move) : admission(law, study);
    if (!STUDYING.has(moved.status)) return moved;
    const off = deferralsOfStudy(study).findLast(({ from, until }) => from <= day && day < until);
    if (off) return deferredAt(law, off);
    const leave = leavesOf(law, study).findLast(({ since, until }) => since <= day && day < (until ?? since));
    return leave ?? provisionalAt(law, study, day) ?? moved;
  };

/** Provisional from the day on which later payment was approved, until all has arrived or its end is recorded. */
function provisionalAt({ provisional }: StatusLaw, study: Study, day: CivilDate): StatusAt | undefined {
  if (!provisional) return undefined;
  const { status, deferral } = paymentOf(study, day);
  if (!deferral || status === 'registered') return undefined;
  const { programme, on, reason } = deferral;
  return { programme, status: 'provisional', since: on, clause: provisional, reason };
}

/** Every move of a registration in order of its day; the end of a deferral stands with it. */
export const historyOf =
  (law: StatusLaw) =>
  (study: Study): readonly StatusAt[] => {
    const moves = study.moves ?? [];
    const moved = moves.length > 0 ? moves.map((move) => moveAt(law, move)) : [admission(law, study)];
    const off = deferralsOfStudy(study).map((deferral) => deferredAt(law, deferral));
    return [...moved, ...off, ...leavesOf(law, study), ...provisionals(law, study)].sort((a, b) =>
      a.since < b.since ? -1 : a.since > b.since ? 1 : 0,
    );
  };

const provisionals = ({ provisional }: StatusLaw, { account, registration }: Study): readonly StatusAt[] =>
  (account?.deferrals ?? [])
    .filter(({ programme }) => provisional !== undefined && programme === registration.programme.code)
    .map(({ programme, on, reason }) => ({
      programme,
      status: 'provisional',
      since: on,
      clause: provisional ?? '',
      reason,
    }));

const ENDED: Partial<Readonly<Record<RegistrationStatus, Text>>> = {
  withdrawn: text('The programme was withdrawn from', '已退修本課程'),
  lapsed: text('The registration has lapsed', '學籍已失效'),
  discontinued: text('Study was discontinued', '學籍已被終止'),
  deregistered: text('The student was deregistered', '學籍已被撤銷'),
  changed: text('Another programme has been studied in its place', '已轉讀另一課程'),
  completed: text('The programme was completed', '已修畢本課程'),
};

/** Why nothing more is done on a registration that is at an end, with the clause that ended it. */
export const endedRegistration =
  (law: StatusLaw): Rule<CivilDate, Ruling> =>
  (study, today) => {
    const { status, since, clause } = statusOn(law)(study, today);
    const words = ENDED[status];
    if (!words) return rule(law.pack, [{ clause, holds: true, figures: { status, since } }]);
    const note = text(`${words.en}, from ${since}.`, `${words['zh-Hant']}，由 ${since} 起生效。`);
    const remedy = law.remedies[status];
    return rule(law.pack, [fails(clause, note, { status, since })], remedy ? [remedy] : []);
  };
