import { type ClauseId, type Text, text } from '#kernel';

/** A clause as people are told of it, in the project's own words. */
export interface Clause {
  readonly id: ClauseId;
  readonly title: Text;
  /** What it says, where a decision may turn on it. */
  readonly paraphrase?: Text;
}

/** A line of the register: the title, and the sense where it is needed, in English and Chinese. */
export const entry = (id: ClauseId, en: string, zh: string, senseEn?: string, senseZh?: string): Clause =>
  senseEn === undefined || senseZh === undefined
    ? { id, title: text(en, zh) }
    : { id, title: text(en, zh), paraphrase: text(senseEn, senseZh) };
