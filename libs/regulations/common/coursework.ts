import type { CourseworkRules } from '../rules/coursework.ts';
import { allegation } from './allegation.ts';
import { attendance, attendanceRecord, attendanceWaiver } from './attendance.ts';
import type { CourseworkLaw } from './coursework-law.ts';
import { extensionDecision, extensionRequest } from './extensions.ts';
import { lateWork } from './late-work.ts';
import { markQuery, markReview, queryWindow } from './mark-queries.ts';
import { type ByChapter, byChapter, eachChapter } from './parameters.ts';
import { type SchemeLaw, schemeRule } from './scheme.ts';

/** What a regime says of coursework, made of what each of its chapters says. */
export const courseworkRules = (laws: ByChapter<CourseworkLaw>, scheme: SchemeLaw): CourseworkRules => ({
  scheme: schemeRule(scheme),
  extensionRequest: byChapter(eachChapter(laws, extensionRequest)),
  extensionDecision: byChapter(eachChapter(laws, extensionDecision)),
  lateWork: byChapter(eachChapter(laws, lateWork)),
  markQuery: byChapter(eachChapter(laws, markQuery)),
  markReview: byChapter(eachChapter(laws, markReview)),
  queryWindow: byChapter(eachChapter(laws, queryWindow)),
  attendance: byChapter(eachChapter(laws, attendance)),
  attendanceRecord: byChapter(eachChapter(laws, attendanceRecord)),
  attendanceWaiver: byChapter(eachChapter(laws, attendanceWaiver)),
  allegation: byChapter(eachChapter(laws, allegation)),
});
