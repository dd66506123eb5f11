import { type AnyUseCase, type Command, commandOf } from '#commands';
import type { CivilDate } from '#kernel';
import type { EndRuling, TermFacts } from '#regulations';
import { CloseMissedResits, closeMissedResits, missedResits } from '../examination/close-missed-resits.ts';
import type { Governed } from '../record-use-case.ts';
import {
  Deregister,
  DiscontinueStudy,
  deregister,
  discontinueStudy,
  EndProvisionalRegistration,
  endProvisionalRegistration,
  LapseRegistration,
  lapseRegistration,
} from '../registration/end-registration.ts';
import { FindLoadShortfall, findLoadShortfall } from '../registration/find-load-shortfall.ts';
import { RecordMissedResearchYear, recordMissedResearchYear } from '../research/research-years.ts';

/** What is to be recorded of one registration, and the ruling that says so. */
export interface Due {
  readonly ruling: EndRuling;
  readonly useCase: AnyUseCase;
  readonly command: Command;
}

export interface RunDay {
  readonly on: CivilDate;
  /** The terms of the calendar, the one whose courses can be added last first. */
  readonly terms: readonly TermFacts[];
}

/** Something that comes about by lapse of time, and is looked for in every record on a day. */
export interface ScheduledProcess {
  readonly name: string;
  readonly about: string;
  /** Undefined for a registration to which it does not apply, or not yet. */
  dueOf(student: string, registration: Governed, day: RunDay): Due | undefined;
}

const whenAllowed = (ruling: EndRuling | undefined, useCase: AnyUseCase, command: Command): Due | undefined =>
  ruling?.ruling.outcome === 'allowed' ? { ruling, useCase, command } : undefined;

const requirementsMet =
  ({ pack, study }: Governed) =>
  () =>
    pack.audit(study).met;

/** [5cu/dl/5.4] [3cu/dl/6.4] */
const lapse: ScheduledProcess = {
  name: 'lapse',
  about: 'registrations for distance learning without a course for 24 months',
  dueOf: (student, { pack, study, registration }, { on }) =>
    whenAllowed(
      pack.registration.lapse(study, on),
      lapseRegistration,
      commandOf(LapseRegistration, { student, programme: registration.programme.code, on }),
    ),
};

/** [5cu/ug/7.3] [5cu/tpg/7.2] [3cu/ug/7.3] [3cu/tpg/7.2] */
const periodExceeded: ScheduledProcess = {
  name: 'period-exceeded',
  about: 'face-to-face students beyond the longest period of study',
  dueOf: (student, found, { on }) =>
    whenAllowed(
      found.pack.registration.discontinuation(found.study, { met: requirementsMet(found), today: on }),
      discontinueStudy,
      commandOf(DiscontinueStudy, { student, programme: found.registration.programme.code, on }),
    ),
};

/** Looks at every main term whose courses can be added no more, the first that was missed being the end. [5cu/ug/2.3] [5cu/ug/3.4] [5cu/tpg/3.4] [3cu/ug/2.3] [3cu/ug/3.4] [3cu/tpg/3.4] */
const registrationDeadline: ScheduledProcess = {
  name: 'registration-deadline',
  about: 'face-to-face students who have not registered for the term',
  dueOf: (student, found, { on, terms }) => {
    const { pack, study, registration } = found;
    const passed = terms.filter((one) => one.addDropEnds < on && pack.registration.isMainTerm(one));
    for (const term of passed.toReversed()) {
      const due = whenAllowed(
        pack.registration.deregistration(study, { term, met: requirementsMet(found), today: on }),
        deregister,
        commandOf(Deregister, { student, programme: registration.programme.code, term: term.code, on }),
      );
      if (due) return due;
    }
    return undefined;
  },
};

/** [5cu/ug/3.6] [3cu/ug/3.6] */
const provisionalExpired: ScheduledProcess = {
  name: 'provisional-registration-expired',
  about: 'full-time students whose deferred tuition has not arrived by its day',
  dueOf: (student, { pack, study, registration }, { on }) =>
    whenAllowed(
      pack.registration.provisionalEnd(study, on),
      endProvisionalRegistration,
      commandOf(EndProvisionalRegistration, { student, programme: registration.programme.code, on }),
    ),
};

/** Looks at the first term of an academic year whose courses could be added last. It ends no registration. [5cu/rpg/4.3] [3cu/rpg/4.3] */
const annualRegistration: ScheduledProcess = {
  name: 'annual-registration',
  about: 'research students who have not registered for the academic year',
  dueOf: (student, { pack, study, registration }, { on, terms }) => {
    const term = terms.find((one) => one.addDropEnds < on && pack.research.isFirstTerm(one));
    if (!term || !study.research) return undefined;
    return whenAllowed(
      pack.research.missedYear(study, { term, today: on }),
      recordMissedResearchYear,
      commandOf(RecordMissedResearchYear, { student, programme: registration.programme.code, term: term.code, on }),
    );
  },
};

/** Looks at the main term whose courses could be added last. It ends no registration. [5cu/ug/6.2] [5cu/tpg/6.2] [3cu/ug/6.2] [3cu/tpg/6.2] */
const loadBelowPrescribed: ScheduledProcess = {
  name: 'load-below-prescribed',
  about: 'full-time students who take less in a term than it prescribes, without the approval of the School',
  dueOf: (student, found, { on, terms }) => {
    const { pack, study, registration } = found;
    const term = terms.find((one) => one.addDropEnds < on && pack.registration.isMainTerm(one));
    if (!term) return undefined;
    return whenAllowed(
      pack.registration.loadShortfall(study, { term, met: requirementsMet(found), today: on }),
      findLoadShortfall,
      commandOf(FindLoadShortfall, { student, programme: registration.programme.code, term: term.code, on }),
    );
  },
};

/** It ends no registration. [5cu/assess/15.2(c)] [5cu/dl/8.11.4] [5cu/ug/9.7.4] [5cu/tpg/9.5.4] */
const resitNotTaken: ScheduledProcess = {
  name: 'resit-not-taken',
  about: 'courses with a resit that was granted and not taken by its last day, which are failed for good',
  dueOf: (student, found, { on }) =>
    whenAllowed(
      missedResits(found, on)?.due,
      closeMissedResits,
      commandOf(CloseMissedResits, { student, programme: found.registration.programme.code, on }),
    ),
};

export const scheduledProcesses: readonly ScheduledProcess[] = [
  lapse,
  periodExceeded,
  registrationDeadline,
  provisionalExpired,
  annualRegistration,
  loadBelowPrescribed,
  resitNotTaken,
];
