import { text } from '#kernel';
import { type Language, labelled } from '../language.ts';
import type { Explanation } from './explanation.ts';

const WORDS = {
  decides: text('Decides', '據此決定的要求'),
  shownBy: text('Shown by', '顯示於'),
  byDefault: text('by default, until the University rules otherwise, since', '系統預設，直至大學另有決定；生效日期'),
  byUniversity: text('as the University has ruled, since', '由大學決定；生效日期'),
  nothing: text('No command lists it.', '沒有要求列明此條文。'),
};

/** An explanation for people, line by line. */
export function explanationTold(explanation: Explanation, language: Language): string {
  const { id, title, paraphrase, decides, shownBy, policies } = explanation;
  return [
    `${id}  ${title[language]}`,
    ...(paraphrase ? ['', paraphrase[language]] : []),
    '',
    ...(decides.length === 0 ? [WORDS.nothing[language]] : []),
    ...decides.map(({ command, path, summary }) =>
      labelled(WORDS.decides, `${summary[language]} (${command}, POST /api/v1/${path})`, language),
    ),
    ...shownBy.map(({ readModel, path, summary }) =>
      labelled(WORDS.shownBy, `${summary[language]} (${readModel}, GET /api/v1/${path})`, language),
    ),
    ...policies.flatMap(({ name, reading, from, default: byDefault }) => [
      labelled(text(`Read as (${name.en})`, `釋義（${name['zh-Hant']}）`), reading[language], language),
      `  ${labelled(byDefault ? WORDS.byDefault : WORDS.byUniversity, from, language)}`,
    ]),
  ].join('\n');
}
