import { type Text, text } from '#kernel';
import { type Problem, ProblemError } from './problem.ts';

type Known = Pick<Problem, 'status' | 'title' | 'detail' | 'headers'>;

const known = (status: number, title: Text, detail: Text, headers?: Record<string, string>): Known => ({
  status,
  title,
  detail,
  headers,
});

/** RFC 9110 asks that a 401 names a way to sign in; an actor is named in a header. */
const CHALLENGE = { 'WWW-Authenticate': 'Actor realm="academic-records"' };
const SOON = { 'Retry-After': '1' };

/** The problems that the surface itself finds. What the domain refuses has its own codes. */
export const knownProblems = {
  'invalid-request': known(
    400,
    text('The request is not valid', '要求無效'),
    text('Some fields of the request are not valid.', '要求中有欄位無效。'),
  ),
  'malformed-json': known(
    400,
    text('The body cannot be read', '無法讀取內容'),
    text('The body must be one JSON document in UTF-8.', '內容必須是一份以 UTF-8 編碼的 JSON 文件。'),
  ),
  'unreadable-file': known(
    400,
    text('The file cannot be read', '無法讀取檔案'),
    text('The file is not a mark sheet.', '檔案並非分數表。'),
  ),
  'malformed-mark-sheet': known(
    400,
    text('The mark sheet cannot be read', '無法讀取分數表'),
    text('Some cells of the mark sheet are not as they have to be.', '分數表中有部分儲存格格式不符。'),
  ),
  'invalid-query': known(
    400,
    text('The query is not valid', '查詢參數無效'),
    text('A query parameter is unknown, repeated or malformed.', '查詢參數不明、重複或格式錯誤。'),
  ),
  'invalid-header': known(
    400,
    text('A header is not valid', '標頭無效'),
    text('A header of the request is malformed.', '要求的標頭格式錯誤。'),
  ),
  'invalid-url': known(
    400,
    text('The address is not valid', '網址無效'),
    text('The path of the request cannot be decoded.', '要求的路徑無法解碼。'),
  ),
  'malformed-http': known(
    400,
    text('The request cannot be read', '無法讀取要求'),
    text('The request is not well-formed HTTP.', '要求不符合 HTTP 格式。'),
  ),
  'actor-malformed': known(
    400,
    text('The actor is not valid', '身分無效'),
    text(
      'X-Actor names a role, and a person where the role has many: `registrar` or `student S1`.',
      'X-Actor 須為一個身分，如有需要並附人員編號：`registrar` 或 `student S1`。',
    ),
  ),
  unstorable: known(
    400,
    text('The request cannot be kept', '無法保存要求'),
    text('Something in the request cannot be kept in the record.', '要求中有內容無法保存於紀錄。'),
  ),
  'actor-needed': known(
    401,
    text('Say who acts', '請註明身分'),
    text('Say in X-Actor who makes the request.', '請在 X-Actor 註明提出要求者的身分。'),
    CHALLENGE,
  ),
  'sign-in-not-available': known(
    401,
    text('Sign-in is not available', '未能提供登入'),
    text(
      'This server has no way to sign in; only in AUTH_MODE=development does it take the word of X-Actor.',
      '此伺服器未設登入方式；只有在 AUTH_MODE=development 時才接受 X-Actor。',
    ),
    CHALLENGE,
  ),
  'not-authorised': known(
    403,
    text('Not allowed', '不獲授權'),
    text('This role may not see this.', '此身分不得查閱此項資料。'),
  ),
  'unknown-resource': known(
    404,
    text('Not found', '找不到'),
    text('There is nothing at this address.', '此網址沒有資料。'),
  ),
  'method-not-allowed': known(
    405,
    text('Method not allowed', '不容許此方法'),
    text('This resource does not take this method; see Allow.', '此資源不接受這種方法，請參閱 Allow 標頭。'),
  ),
  'request-timeout': known(
    408,
    text('The request took too long', '要求逾時'),
    text('The request did not arrive in time.', '要求未能及時送達。'),
  ),
  'body-too-large': known(
    413,
    text('The body is too large', '內容過大'),
    text(
      'The body may have at most 262,144 bytes; the file of a mark sheet, 1,048,576.',
      '內容最多為 262,144 位元組；分數表檔案最多為 1,048,576 位元組。',
    ),
  ),
  'url-too-long': known(
    414,
    text('The address is too long', '網址過長'),
    text('The address, or a part of it, is too long.', '網址或其中一部分過長。'),
  ),
  'unsupported-media-type': known(
    415,
    text('The body is of another type', '內容類型不符'),
    text('Send the body as application/json, not compressed.', '請以 application/json 傳送內容，並且不要壓縮。'),
    { Accept: 'application/json' },
  ),
  'expectation-failed': known(
    417,
    text('The expectation cannot be met', '無法符合預期'),
    text('Only `Expect: 100-continue` is understood.', '只接受 `Expect: 100-continue`。'),
  ),
  'headers-too-large': known(
    431,
    text('The headers are too large', '標頭過大'),
    text('The headers of the request are too large.', '要求的標頭過大。'),
  ),
  'bad-request': known(
    400,
    text('The request cannot be served', '無法處理要求'),
    text('The request cannot be served as it is.', '無法按現狀處理此要求。'),
  ),
  'internal-error': known(
    500,
    text('Something went wrong', '發生錯誤'),
    text('The server failed; the failure has been logged.', '伺服器發生錯誤，並已記錄在案。'),
  ),
  'not-yet-projected': known(
    503,
    text('Not up to date yet', '資料尚未更新'),
    text(
      'What is read here has not come as far as that position yet; ask again.',
      '此處資料尚未更新至該位置，請稍後再試。',
    ),
    SOON,
  ),
  'store-unavailable': known(
    503,
    text('The record cannot be reached', '紀錄暫時無法使用'),
    text(
      'The record cannot be reached at present. A request that was under way may or may not have been recorded: send it again with the same Idempotency-Key.',
      '紀錄暫時無法使用。處理中的要求可能已被記錄，亦可能未被記錄；請以相同的 Idempotency-Key 再次提交。',
    ),
    { 'Retry-After': '5' },
  ),
  'read-models-unavailable': known(
    503,
    text('The read models cannot be reached', '無法讀取資料'),
    text('The database of the read models does not answer; ask again later.', '讀取模型資料庫沒有回應；請稍後再試。'),
    { 'Retry-After': '2' },
  ),
  'held-by-another': known(
    409,
    text('Somebody else is at it', '另一作業正在進行'),
    text(
      'Another operation on the read models is under way; wait until it has ended.',
      '讀取模型的另一項作業正在進行，請待其完成。',
    ),
  ),
  'no-such-generation': known(
    409,
    text('There is no such generation', '沒有該版次'),
    text('There is no generation of the read models to do this with.', '沒有可供此作業使用的讀取模型版次。'),
  ),
  'never-built': known(
    409,
    text('Not built yet', '尚未建立'),
    text('The read models were never built; begin with a rebuild.', '讀取模型尚未建立，請先重建。'),
  ),
  'no-such-read-model': known(
    409,
    text('There is no such read model', '沒有該讀取模型'),
    text('This program has no read model of that name.', '本程式沒有該名稱的讀取模型。'),
  ),
  'no-such-stream': known(
    409,
    text('There is no such stream', '沒有該事件流'),
    text('The log has no stream of that name.', '日誌中沒有該名稱的事件流。'),
  ),
  'swap-held-up': known(
    409,
    text('Not put in place', '未能啟用'),
    text(
      'Somebody has been reading or writing the live rows all the time. The new generation waits; swap it in later.',
      '現行資料一直有人讀寫，新版次已備妥待用，請稍後再行切換。',
    ),
  ),
  'ahead-of-log': known(
    409,
    text('Made from another log', '由另一份日誌建立'),
    text(
      'The read models know of more than the log has: they were made from another log. Drop all of them, then rebuild.',
      '讀取模型的進度超出日誌，乃由另一份日誌建立；請先刪除全部版次，再行重建。',
    ),
  ),
  'not-ready': known(
    503,
    text('Not ready', '尚未就緒'),
    text('A part of the system is not working.', '系統有部分未能運作。'),
    { 'Retry-After': '5' },
  ),
} as const satisfies Record<string, Known>;

export type KnownProblem = keyof typeof knownProblems;

type More = Partial<Pick<Problem, 'detail' | 'members' | 'headers'>>;

export function knownProblem(code: KnownProblem, more: More = {}): Problem {
  const standing: Known = knownProblems[code];
  return { code, ...standing, ...more, headers: { ...standing.headers, ...more.headers } };
}

/** To be thrown. */
export const problem = (code: KnownProblem, more?: More): ProblemError => new ProblemError(knownProblem(code, more));

/** Something of the record that is not there: `unknown-student`. */
export const unknown = (what: string, detail: Text): ProblemError =>
  new ProblemError({ ...knownProblem('unknown-resource', { detail }), code: `unknown-${what}` });
