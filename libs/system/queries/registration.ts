import { text } from '#kernel';
import {
  DeadlinesDocument,
  EnrolmentEligibilityDocument,
  HoldsDocument,
  RegistrationDocument,
  ScholarshipsDocument,
  StudyApplicationDocument,
  WaitingApplicationDocument,
} from '#projections';
import { deadlinesNow } from '../deadlines-now.ts';
import { eligibilityNow } from '../eligibility-now.ts';
import { registrationNow, registrationsNow } from '../registration-now.ts';
import { of, type ReadModelQuery } from './query.ts';

/** Registration on a programme, its status and its history. */
const REGISTRATION = ['5cu/dl/3.1', '5cu/ug/3.1', '3cu/dl/3.1', '3cu/ug/3.1', '3cu/dl/6.3', '5cu/dl/2.5', '3cu/dl/2.5'];

/** What is applied for, and that the University, the School or the Registrar approves. */
const APPLICATIONS = [
  ...['5cu/dl/4.1', '5cu/dl/6.1', '5cu/dl/7.1', '5cu/ug/4.1', '5cu/ug/5.2', '5cu/ug/8.1'],
  ...['5cu/tpg/4.1', '5cu/tpg/5.2', '5cu/tpg/8.1', '5cu/rpg/4.7'],
  ...['3cu/dl/5.1', '3cu/dl/7.1', '3cu/dl/8.1', '3cu/ug/4.1', '3cu/ug/5.2', '3cu/ug/8.1'],
  ...['3cu/tpg/4.1', '3cu/tpg/5.2', '3cu/tpg/8.1', '3cu/rpg/4.7'],
];

/** How a student is registered, and what that allows, holds back and asks for. */
export const registrationQueries: readonly ReadModelQuery[] = [
  {
    name: 'holds',
    readModel: 'holds',
    path: 'students/:student/holds',
    summary: text('Holds and balance', '限制及結欠'),
    document: HoldsDocument,
    list: false,
    clauses: ['5cu/dl/10.5', '5cu/ug/13.5', '3cu/dl/11.5', '3cu/ug/13.5'],
    read: (models, subject) => models.holds(of(subject, 'student')),
  },
  {
    name: 'deadlines',
    readModel: 'deadlines',
    path: 'students/:student/deadlines',
    summary: text('Deadlines', '截止日期'),
    document: DeadlinesDocument,
    list: false,
    read: async (models, subject, log) => {
      const student = of(subject, 'student');
      return deadlinesNow(log, student, await models.deadlines(student));
    },
  },
  {
    name: 'enrolment-eligibility',
    path: 'students/:student/enrolment-eligibility',
    summary: text('Eligibility to enrol in the coming terms', '選修未來學期學科的資格'),
    document: EnrolmentEligibilityDocument,
    list: true,
    clauses: [
      '5cu/dl/3.5',
      '5cu/dl/3.6',
      '5cu/ug/6.1',
      '5cu/ug/6.2',
      '3cu/dl/3.5',
      '3cu/dl/3.6',
      '3cu/ug/6.1',
      '3cu/ug/6.2',
    ],
    read: (_models, subject, log) => eligibilityNow(log, of(subject, 'student')),
  },
  {
    name: 'registrations',
    readModel: 'registration',
    path: 'students/:student/registrations',
    summary: text('Registration on all programmes', '各課程的學籍'),
    document: RegistrationDocument,
    list: true,
    clauses: REGISTRATION,
    read: async (models, subject, log) => {
      const student = of(subject, 'student');
      return registrationsNow(log, student, await models.registrations(student));
    },
  },
  {
    name: 'registration',
    readModel: 'registration',
    path: 'students/:student/registrations/:programme',
    summary: text('Registration on a programme', '課程的學籍'),
    document: RegistrationDocument,
    list: false,
    clauses: REGISTRATION,
    read: async (models, subject, log) => {
      const student = of(subject, 'student');
      return registrationNow(log, student, of(subject, 'programme'), await models.registrations(student));
    },
  },
  {
    name: 'study-applications',
    readModel: 'study_application',
    path: 'students/:student/study-applications',
    summary: text('Applications about study, and where they stand', '修業申請及其進度'),
    document: StudyApplicationDocument,
    list: true,
    clauses: APPLICATIONS,
    read: (models, subject) => models.studyApplications(of(subject, 'student')),
  },
  {
    name: 'waiting-applications',
    by: 'staff',
    readModel: 'study_application',
    path: 'waiting-applications',
    summary: text('Applications about study that wait for a decision', '待審批的修業申請'),
    document: WaitingApplicationDocument,
    list: true,
    clauses: APPLICATIONS,
    read: (models) => models.waitingApplications(),
  },
  {
    name: 'scholarships',
    readModel: 'scholarships',
    path: 'students/:student/scholarships',
    summary: text('Scholarships', '獎學金'),
    document: ScholarshipsDocument,
    list: false,
    clauses: ['5cu/schol/4.1', '5cu/schol/5.1', '5cu/schol/6.1', '3cu/schol/4.1', '3cu/schol/5.1', '3cu/schol/6.1'],
    read: (models, subject) => models.scholarships(of(subject, 'student')),
  },
];
