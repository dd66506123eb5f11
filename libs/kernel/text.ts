/** A sentence for people, in both languages of the university. */
export interface Text {
  readonly en: string;
  readonly 'zh-Hant': string;
}

export const text = (en: string, zhHant: string): Text => ({ en, 'zh-Hant': zhHant });
