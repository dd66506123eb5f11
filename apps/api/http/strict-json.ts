import { text } from '#kernel';
import { problem } from '../problems/known-problems.ts';
import type { ProblemError } from '../problems/problem.ts';

/** More levels than any request has. */
const DEPTH = 16;
/** More values than any request has: a scheme of 60 items and lists of 200 codes stay far below. */
const VALUES = 10_000;
/** What every object has in this language. A field of such a name would be lost without a word, or do harm. */
const RESERVED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const refused = (en: string, zhHant: string): ProblemError => problem('malformed-json', { detail: text(en, zhHant) });

/**
 * Reads a body. Stricter than `JSON.parse`, so that nobody can read the recorded request in another way than
 * it was decided on: UTF-8 without faults, no name twice in one object, no halves of characters, no NUL.
 */
export function readJson(body: Buffer): unknown {
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw refused('The body is not UTF-8.', '內容並非 UTF-8 編碼。');
  }
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    throw problem('malformed-json');
  }
  inspect(source);
  return value;
}

/** Walks through a text that is known to be JSON. */
function inspect(source: string): void {
  /** For each open object the names it has, for each open array nothing. */
  const open: (Set<string> | undefined)[] = [];
  let nameNext = false;
  let values = 0;
  for (let at = 0; at < source.length; at++) {
    switch (source[at]) {
      case '{':
      case '[':
        nameNext = source[at] === '{';
        open.push(nameNext ? new Set() : undefined);
        if (open.length > DEPTH) throw refused('The body is nested too deeply.', '內容的層次過多。');
        if (++values > VALUES) throw tooMany();
        break;
      case '}':
      case ']':
        open.pop();
        nameNext = false;
        break;
      case ',':
        nameNext = open.at(-1) !== undefined;
        if (++values > VALUES) throw tooMany();
        break;
      case '"': {
        const end = endOfString(source, at);
        const string = stringAt(source, at, end);
        if (nameNext) checkName(open.at(-1) as Set<string>, string);
        nameNext = false;
        at = end;
        break;
      }
    }
  }
}

const tooMany = (): ProblemError => refused('The body has too many values.', '內容的數值過多。');

/** Where the string that begins here ends: at a quotation mark that is not escaped. */
function endOfString(source: string, start: number): number {
  let at = start + 1;
  while (source[at] !== '"') at += source[at] === '\\' ? 2 : 1;
  return at;
}

function stringAt(source: string, start: number, end: number): string {
  const string: string = JSON.parse(source.slice(start, end + 1));
  if (!string.isWellFormed() || string.includes('\0'))
    throw refused('A text contains half a character or a NUL.', '文字中有不完整的字元或 NUL。');
  return string;
}

function checkName(names: Set<string>, name: string): void {
  if (RESERVED.has(name)) throw refused('A field has a name that no request has.', '有欄位名稱不屬於任何要求。');
  if (names.has(name)) throw refused('A field is given twice.', '有欄位重複。');
  names.add(name);
}
