import { text } from '#kernel';
import type { EnrolmentRequest } from '../pack.ts';
import { approvalBy, type Demand } from './demand.ts';

/**
 * A student enrols in person in courses without entry requirements; whoever wants another comes with the School's
 * approval, which somebody else enters. [portal/0.4]
 */
export function selfService({ course, byStudent = false, approvals }: EnrolmentRequest): Demand[] {
  if (!course.entryRequirements || !byStudent) return [];
  return [
    {
      clause: 'portal/0.4',
      met: false,
      figures: { course: course.code, byStudent },
      approval: approvalBy(approvals, 'school', 'offering-school', 'registrar', 'university'),
      note: text(
        'The course has entry requirements and is not open to self-service.',
        '該學科設有修讀條件，不可自行選修。',
      ),
      remedy: text(
        `Apply to the School that offers ${course.code}, which enrols those who meet them.`,
        `向開辦 ${course.code} 的學院申請，由學院為符合條件者辦理選修。`,
      ),
    },
  ];
}
