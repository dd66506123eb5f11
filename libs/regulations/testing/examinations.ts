import {
  type AbsenceCertificate,
  type Attempt,
  type DeferredExamination,
  type DeferredExaminationDecision,
  type ExaminationFile,
  emptyExaminationFile,
  type Regime,
  type Resit,
  type Sitting,
  type SittingKind,
  type Study,
  type StudyMode,
} from '../facts.ts';
import { anAttempt, anItem, aProgramme, aStudy, handedIn } from './index.ts';

/** Small facts about examinations for specs of the rules. */

export const EXAM_DAY = '2024-12-10';

/** One assignment and the examination of 10 December; the examination is passed from 40. */
export const examined = (of: Partial<Attempt> = {}): Attempt =>
  anAttempt('C1', {
    items: [anItem('A1', '2024-10-01', { weight: 100 }), anItem('EX', EXAM_DAY, { kind: 'examination', weight: 100 })],
    scheme: {
      assignmentsToComplete: 1,
      assignmentsCounting: 1,
      combination: 'all-weighted',
      courseworkPass: 40,
      examinationPass: 40,
    },
    submissions: [handedIn('A1', { mark: 60 })],
    ...of,
  });

export const aSitting = (kind: SittingKind, mark: number | undefined, of: Partial<Sitting> = {}): Sitting => ({
  attempt: 'C1@2024-AUT',
  kind,
  examination: 'EX',
  on: kind === 'original' ? EXAM_DAY : '2025-04-28',
  ...(mark === undefined ? { absent: true } : { mark }),
  recordedOn: kind === 'original' ? EXAM_DAY : '2025-04-28',
  ...of,
});

export const aCertificate = (of: Partial<AbsenceCertificate> = {}): AbsenceCertificate => ({
  issuer: 'registered-doctor',
  leave: ['2024-12-09', '2024-12-11'],
  unfit: true,
  ...of,
});

export const granted = (
  of: Partial<DeferredExaminationDecision> = {},
  application: Partial<DeferredExamination> = {},
): DeferredExamination => ({
  id: 'DE1',
  attempt: 'C1@2024-AUT',
  kind: 'original',
  ground: 'health',
  examinationOn: EXAM_DAY,
  certificate: aCertificate(),
  on: '2024-12-12',
  decision: {
    granted: true,
    reason: 'ill',
    period: '2025-SPR',
    examinationOn: '2025-04-28',
    latest: '2025-05-10',
    clause: '',
    on: '2024-12-20',
    ...of,
  },
  ...application,
});

export const aResit = (of: Partial<Resit> = {}): Resit => ({
  attempt: 'C1@2024-AUT',
  period: '2025-SPR',
  examinationOn: '2025-04-28',
  latest: '2025-05-10',
  clause: '',
  arrangedOn: '2025-01-20',
  ...of,
});

export const examinedStudy = (
  regime: Regime,
  mode: StudyMode,
  attempt: Attempt,
  file: Partial<ExaminationFile> = {},
  of: Partial<Omit<Study, 'registration'>> = {},
): Study =>
  aStudy(aProgramme(regime, mode, mode === 'part-time' ? { award: 'masters' } : {}), {
    attempts: [attempt],
    examinations: { ...emptyExaminationFile, ...file },
    ...of,
  });
