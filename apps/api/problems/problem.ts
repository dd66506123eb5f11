import type { Text } from '#kernel';

/** Why a request was not served, before it is put into one language. */
export interface Problem {
  readonly status: number;
  /** Names the kind of problem for programs. */
  readonly code: string;
  readonly title: Text;
  readonly detail: Text;
  /** Further members of the document: `problems`, `ruling`, `clauses`, ... */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Ends a request with a problem document. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail.en);
    this.problem = problem;
  }
}

export type Language = keyof Text;

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** The document of RFC 9457, in one language at the top and in both under `i18n`. */
export function problemDocument(problem: Problem, language: Language, instance: string): string {
  const { status, code, title, detail, members } = problem;
  const inLanguage = (of: Language) => ({ title: title[of], detail: detail[of] });
  return JSON.stringify({
    type: `urn:academic-records:problem:${code}`,
    ...inLanguage(language),
    status,
    instance,
    code,
    ...members,
    i18n: { en: inLanguage('en'), 'zh-Hant': inLanguage('zh-Hant') },
  });
}
