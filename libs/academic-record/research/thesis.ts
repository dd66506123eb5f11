import {
  ApprovalPart,
  Command,
  IsDay,
  IsFlag,
  IsLine,
  IsOneOf,
  IsPartList,
  IsProgrammeCode,
  IsStudentId,
} from '#commands';
import { type CivilDate, type Decision, decideBy, type Refusal, type Ruling, refuse, text } from '#kernel';
import type { Thesis, ThesisLanguage, ThesisOutcome } from '#regulations';
import type { RecordEvent, StudentRecord } from '#student-record';
import { isRefusal, recordUseCase } from '../record-use-case.ts';
import { type OnResearch, researchGoingOn } from './research-student.ts';

abstract class AboutThesis extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;
}

const BY = ['student', 'registrar', 'registry', 'migration'] as const;

const decided = (ruling: Ruling, event: RecordEvent): Decision =>
  decideBy(ruling, [event], {
    code: 'thesis-refused',
    message: text('The regulations do not allow this.', '按規例不可如此辦理。'),
  });

/** Registration for the thesis, from which the window of its submission is counted. [5cu/rpg/6.1] [5cu/rpg/6.2] [3cu/rpg/6.1] [3cu/rpg/6.2] */
export class RegisterThesis extends AboutThesis {
  @IsLine({ description: 'The title of the thesis.' })
  readonly title!: string;
}

export const registerThesis = recordUseCase({
  command: RegisterThesis,
  path: 'thesis-registrations',
  summary: text('Register for the thesis', '註冊論文'),
  by: BY,
  clauses: ['5cu/rpg/6.1', '5cu/rpg/6.2', '3cu/rpg/6.1', '3cu/rpg/6.2'],
  decide: (record, { programme, title }: RegisterThesis, { today }) => {
    const found = researchGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    if (found.file.thesis) return registeredAlready;
    return decided(found.pack.research.thesisRegistration(found.study, today), {
      type: 'ThesisRegistered',
      data: { programme: found.code, title, on: today },
    });
  },
});

/** A research degree with a thesis that is still to be handed in, for the first time or again. */
function toHandIn(record: StudentRecord, programme: string | undefined, today: CivilDate): OnResearch | Refusal {
  const found = researchGoingOn(record, programme, today);
  if (isRefusal(found)) return found;
  const { thesis } = found.file;
  if (!thesis) return notRegistered;
  if (isWithExaminers(thesis)) return withExaminers;
  const last = thesis.examinations.at(-1)?.outcome;
  return last === undefined || last === 'resubmit' ? found : outcomeFinal;
}

const isWithExaminers = ({ submissions, examinations }: Thesis): boolean => submissions.length > examinations.length;

/** The Registry is given notice that the thesis will be handed in for examination. [5cu/rpg/6.3] [3cu/rpg/6.3] */
export class GiveThesisNotice extends AboutThesis {}

export const giveThesisNotice = recordUseCase({
  command: GiveThesisNotice,
  path: 'thesis-notices',
  summary: text('Give notice of the thesis', '通知遞交論文'),
  by: BY,
  clauses: ['5cu/rpg/6.3', '3cu/rpg/6.3'],
  decide: (record, { programme }: GiveThesisNotice, { today }) => {
    const found = toHandIn(record, programme, today);
    if (isRefusal(found)) return found;
    const { notices = [], submissions = [] } = found.file.thesis ?? {};
    if (notices.length > submissions.length) return noticeGiven;
    return decided(found.pack.research.thesisNotice(found.study, today), {
      type: 'ThesisNoticeGiven',
      data: { programme: found.code, on: today },
    });
  },
});

/**
 * The thesis is handed in, and belongs to the University from then on. Refused outside its window without the approval of
 * the Research Degrees Committee, beyond the longest period, in another language than was fixed, in another form than is
 * prescribed, without notice, or with a condition outstanding. [5cu/rpg/6.1] [5cu/rpg/6.2] [5cu/rpg/6.3] [3cu/rpg/6.1] [3cu/rpg/6.2] [3cu/rpg/6.3]
 */
export class SubmitThesis extends AboutThesis {
  @IsOneOf(['zh', 'en'], { description: 'The language in which it is written.' })
  readonly language!: ThesisLanguage;

  @IsFlag({ description: 'Whether it is in the form that the University prescribes.' })
  readonly inForm?: boolean;

  @IsPartList(ApprovalPart, 5, { description: 'The approval of a submission outside the window.', optional: true })
  readonly approvals?: ApprovalPart[];
}

export const submitThesis = recordUseCase({
  command: SubmitThesis,
  path: 'thesis-submissions',
  summary: text('Hand in the thesis', '遞交論文'),
  by: [...BY, 'research-degrees-committee'],
  clauses: ['5cu/rpg/6.1', '5cu/rpg/6.2', '5cu/rpg/6.3', '3cu/rpg/6.1', '3cu/rpg/6.2', '3cu/rpg/6.3'],
  decide: (record, { programme, language, inForm = false, approvals = [] }: SubmitThesis, { today }) => {
    const found = toHandIn(record, programme, today);
    if (isRefusal(found)) return found;
    const request = { language, inForm, approvals, today };
    const { ruling, outsideWindow } = found.pack.research.thesisSubmission(found.study, request);
    return decided(ruling, {
      type: 'ThesisSubmitted',
      data: {
        programme: found.code,
        submission: { on: today, language, property: 'university', ...(outsideWindow ? { outsideWindow } : {}) },
      },
    });
  },
});

/** The outcome of the examination of a thesis, the oral one included. [5cu/rpg/6.3] [3cu/rpg/6.3] */
export class RecordThesisExamination extends AboutThesis {
  @IsDay({ description: 'The day of the oral examination.', optional: true })
  readonly oralOn?: CivilDate;

  @IsOneOf(['pass', 'minor-amendments', 'resubmit', 'fail'], { description: 'What the examiners recommend.' })
  readonly outcome!: ThesisOutcome;
}

export const recordThesisExamination = recordUseCase({
  command: RecordThesisExamination,
  path: 'thesis-examinations',
  summary: text('Record the examination of a thesis', '記錄論文考試結果'),
  by: ['registrar', 'registry', 'migration'],
  clauses: ['5cu/rpg/6.3', '3cu/rpg/6.3'],
  decide: (record, { programme, oralOn, outcome }: RecordThesisExamination, { today }) => {
    const found = researchGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    if (!found.file.thesis || !isWithExaminers(found.file.thesis)) return notHandedIn;
    return decided(found.pack.research.thesisExamination(found.study, { oralOn, outcome, today }), {
      type: 'ThesisExamined',
      data: { programme: found.code, examination: { oralOn: oralOn ?? today, outcome, recordedOn: today } },
    });
  },
});

/** The minor amendments that the examiners asked for have been made. [5cu/rpg/6.3] [3cu/rpg/6.3] */
export class AcceptThesisAmendments extends AboutThesis {}

export const acceptThesisAmendments = recordUseCase({
  command: AcceptThesisAmendments,
  path: 'thesis-amendments',
  summary: text('Accept the amendments of a thesis', '接納論文修訂'),
  by: ['registrar', 'registry', 'migration'],
  clauses: ['5cu/rpg/6.3', '3cu/rpg/6.3'],
  decide: (record, { programme }: AcceptThesisAmendments, { today }) => {
    const found = researchGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    return decided(found.pack.research.thesisAmendment(found.study, today), {
      type: 'ThesisAmended',
      data: { programme: found.code, on: today },
    });
  },
});

const registeredAlready = refuse('thesis-registered', text('The thesis is registered for already.', '論文已註冊。'));
const notRegistered = refuse('thesis-not-registered', text('There is no registration for a thesis.', '尚未註冊論文。'));
const withExaminers = refuse('thesis-with-examiners', text('The examiners have the thesis.', '論文正由考試委員評審。'));
const outcomeFinal = refuse('thesis-examined', text('The thesis has its outcome.', '論文已有考試結果。'));
const noticeGiven = refuse('notice-given', text('Notice has been given already.', '已通知教務處。'));
const notHandedIn = refuse('thesis-not-handed-in', text('No thesis is with the examiners.', '沒有論文待考試。'));
