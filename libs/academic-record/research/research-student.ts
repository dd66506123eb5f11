import { type Refusal, refuse, text } from '#kernel';
import type { ResearchFile } from '#regulations';
import { isResearchAward } from '#regulations';
import type { StudentRecord } from '#student-record';
import { type Governed, isRefusal, registrationGoingOn } from '../record-use-case.ts';

/** The rules and the record of one research degree. */
export interface OnResearch extends Governed {
  readonly code: string;
  readonly file: ResearchFile;
}

/** The research degree that a request is about: the one it names, or the only registration that goes on. */
export function researchGoingOn(
  record: StudentRecord,
  programme: string | undefined,
  today: string,
): OnResearch | Refusal {
  const found = registrationGoingOn(record, programme, today);
  if (isRefusal(found)) return found;
  const { code } = found.registration.programme;
  const file = found.study.research;
  return isResearchAward(found.registration.programme.award) && file ? { ...found, code, file } : notResearch;
}

const notResearch = refuse('not-research', text('The programme is not a research degree.', '該課程並非研究學位課程。'));
