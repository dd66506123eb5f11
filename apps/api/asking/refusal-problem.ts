import type { RefusedOutcome } from '#commands';
import { type Ruling, refusingClauses, type Text, text } from '#kernel';
import { clause } from '#regulations';
import type { Problem } from '../problems/problem.ts';

const STATUS: Readonly<Record<string, number>> = {
  'not-authorised': 403,
  'override-not-authorised': 403,
  'approval-not-authorised': 403,
  'precondition-failed': 412,
  'command-id-reused': 422,
  'too-busy': 503,
};

const TITLES: Readonly<Record<number, Text>> = {
  403: text('Not allowed', '不獲授權'),
  404: text('Not found', '找不到'),
  409: text('The request does not fit the record', '要求與紀錄不符'),
  412: text('The record has changed', '紀錄已有變更'),
  422: text('The key was used before', '鍵值先前已使用'),
  503: text('Too busy', '系統繁忙'),
};
const RULED = text('Refused by the regulations', '按規例不獲批准');

function statusOf({ code, ruling }: RefusedOutcome): number {
  if (ruling) return 422;
  return STATUS[code] ?? (code.startsWith('unknown-') ? 404 : 409);
}

/** A "no" as a problem document; one that the regulations gave carries the ruling and names its clauses. */
export function refusalProblem(refused: RefusedOutcome): Problem {
  const { code, message, ruling, commandId, recorded, repeated } = refused;
  const status = statusOf(refused);
  return {
    status,
    code,
    title: (ruling ? RULED : TITLES[status]) ?? RULED,
    detail: detailOf(message, ruling),
    members: { commandId, ...(ruling && { ruling, clauses: clausesOf(ruling) }), ...(recorded && { recorded }) },
    headers: {
      ...(status === 503 && { 'Retry-After': '1' }),
      ...(repeated && { 'Idempotency-Replayed': 'true' }),
      ...(recorded && { 'X-Position': recorded.position }),
    },
  };
}

/** What was refused, and every reason with its clause, for people. */
function detailOf(message: Text, ruling: Ruling | undefined): Text {
  const reasons = ruling?.findings.filter((finding) => !finding.holds && finding.note) ?? [];
  const said = (language: keyof Text, open: string, close: string) => [
    message[language],
    ...reasons.map(({ clause: id, note }) => `${note?.[language]}${open}${id}${close}`),
  ];
  return text(said('en', ' [', ']').join(' '), said('zh-Hant', '［', '］').join(''));
}

/** The clauses that stand in the way, with their titles. */
const clausesOf = (ruling: Ruling) =>
  [...new Set(refusingClauses(ruling))].map((id) => ({ id, title: clause(id)?.title }));
