import { type Text, text } from '#kernel';

const NAMES: Readonly<Record<string, Text>> = {
  teacher: text('teacher', '任教老師'),
  tutor: text('tutor', '導師'),
  'course-coordinator': text('course coordinator', '學科統籌'),
};

/** Those of whom any one decides on a piece of work, in words. */
export function anyOf(authorities: readonly string[]): Text {
  const names = authorities.map((authority) => NAMES[authority] ?? text(authority, authority));
  return text(names.map(({ en }) => en).join(' or '), names.map((name) => name['zh-Hant']).join('或'));
}
