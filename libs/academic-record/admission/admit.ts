import { FEE_SCHEDULE, fees, programmes, terms } from '#catalogue';
import {
  ApprovalPart,
  Command,
  IsDay,
  IsEntryCode,
  IsPart,
  IsPartList,
  IsProgrammeCode,
  IsStudentId,
  IsTermCode,
} from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import { isResearchAward, type ProgrammeFacts, packFor, type Registration } from '#regulations';
import { type StudentAdmitted, studyOf } from '#student-record';
import { applicationCharge } from '../finance/application-charge.ts';
import { charged } from '../finance/charging.ts';
import { withFindings } from '../finance/tuition.ts';
import { isGoingOn, recordUseCase, unknownProgramme, unknownTerm } from '../record-use-case.ts';
import { CredentialPart, unfitCredentials } from './credentials.ts';
import { incomplete, unknownOf } from './required-courses.ts';

/**
 * A person is admitted to a programme and is from then on under its regime. Who enters by a route of the programme has
 * its credits and its prescribed period of study. Refused under age, without what the programme or the route asks
 * of its entrants, for a second
 * programme without permission, or outside the dates of the regime; and to a programme that requires courses which the
 * catalogue does not have (yet), as nobody could complete it (`programme-incomplete`),
 * and to a research degree, which has an admission of its own (`research-admission`). Entrants who pay a caution deposit
 * are charged with it where it has been set, and so is the fee of the application unless it was charged before. [5cu/dl/2.1] [5cu/dl/2.3-2.5] [5cu/ug/2.1] [5cu/ug/2.2] [3cu/dl/2.2-2.5]
 * [3cu/ug/2.1] [3cu/ug/2.2] [3cu/dl/2.1] [5cu/ug/3.8] [3cu/ug/3.8] [5cu/dl/2.6] [5cu/ug/2.4] [5cu/tpg/2.4] [3cu/dl/2.6]
 * [3cu/ug/2.4] [3cu/tpg/2.4]
 */
export class Admit extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode()
  readonly programme!: string;

  @IsTermCode({ description: 'The term of entry.' })
  readonly term!: string;

  @IsDay({
    description: 'Date of birth, for the rule of age; kept with the request only.',
    optional: true,
    example: '2004-05-06',
  })
  readonly born?: CivilDate;

  @IsPart(ApprovalPart, { description: 'Permission to read a second programme at the same time.', optional: true })
  readonly approval?: ApprovalPart;

  @IsEntryCode({ description: 'The route of entry; direct unless told.', example: 'R2', optional: true })
  readonly route?: string;

  @IsPartList(CredentialPart, 20, { description: 'What is brought for the conditions of entry.', optional: true })
  readonly credentials?: CredentialPart[];
}

export const admit = recordUseCase({
  command: Admit,
  path: 'admissions',
  summary: text('Admit a person to a programme', '取錄學生入讀課程'),
  by: ['registrar', 'registry', 'migration'],
  clauses: [
    '5cu/dl/2.1',
    '5cu/dl/2.6',
    '5cu/ug/2.1',
    '5cu/ug/2.4',
    '5cu/tpg/2.1',
    '5cu/tpg/2.4',
    '5cu/ug/3.8',
    '5cu/tpg/2.5',
    '5cu/tpg/3.8',
    '5cu/gloss/preamble-1',
    '3cu/dl/2.1',
    '3cu/dl/2.6',
    '3cu/ug/2.1',
    '3cu/ug/2.4',
    '3cu/tpg/2.1',
    '3cu/tpg/2.4',
    '3cu/ug/3.8',
    '3cu/tpg/2.5',
    '3cu/tpg/3.8',
    '3cu/gloss/preamble-scope',
  ],
  facts: async (reader, command: Admit) => {
    const programme = await reader.read(programmes, command.programme);
    const term = await reader.read(terms, command.term);
    const schedule = await reader.read(fees, FEE_SCHEDULE);
    return { programme, term, schedule, lacking: await unknownOf(reader, programme?.requirements.courses ?? []) };
  },
  decide: (record, command, { facts, today, actor }) => {
    const { student, programme: code, term: termCode, born, approval, credentials = [] } = command;
    const { programme, term, lacking, schedule = [] } = facts;
    if (!programme) return unknownProgramme(code);
    if (!term) return unknownTerm(termCode);
    if (isResearchAward(programme.award)) return byCommittee;
    if (lacking.length > 0) return incomplete(lacking);
    const route = programme.entry?.routes.find((one) => one.code === command.route);
    if (command.route !== undefined && !route) return unknownRoute(command.route);
    const asked = { route, credentials };
    const unfit = unfitCredentials(credentials, programme, route, actor);
    if (unfit) return unfit;
    const [current, former] = [true, false].map((goingOn) =>
      record.registrations
        .filter((registration) => isGoingOn(record, registration, today) === goingOn)
        .map((registration) => registration.programme),
    ) as [ProgrammeFacts[], ProgrammeFacts[]];
    const pack = packFor(programme.regime);
    const ruling = pack.admission({ programme, term, born, current, former, approval, entry: asked, today });
    const entry = pack.entryPath(programme, asked);
    const registration: Registration = {
      programme: route ? { ...programme, credits: route.credits, years: route.years } : programme,
      entryTerm: term,
      admittedOn: today,
      ...(entry ? { entry } : {}),
    };
    const admitted: StudentAdmitted = { type: 'StudentAdmitted', data: { student, registration } };
    const deposit = charged({ account: record.account, registration, schedule, today }, 'caution-deposit').filter(
      ({ data: { charge } }) => pack.charge(studyOf(record, registration), charge).outcome === 'allowed',
    );
    const application = applicationCharge(record, registration, schedule, today);
    const events = [admitted, ...application.events, ...deposit];
    return decideBy(withFindings(ruling, application.findings), events, {
      code: 'admission-refused',
      message: text('The regulations do not allow this admission.', '按規例不可取錄。'),
    });
  },
});

const unknownRoute = (code: string) =>
  refuse('unknown-route', text(`The programme has no route ${code}.`, `課程沒有入學途徑 ${code}。`));

const byCommittee = refuse(
  'research-admission',
  text(
    'The Research Degrees Committee admits to research degrees: see AdmitToResearch.',
    '研究學位課程由研究學位委員會取錄，請使用 AdmitToResearch。',
  ),
);
