import { type Text, text } from '#kernel';
import type { CourseCategory, CourseLevel } from '../facts.ts';

const levelNames: Readonly<Record<CourseLevel, Text>> = {
  preparatory: text('preparatory', '預修'),
  foundation: text('foundation', '基礎'),
  middle: text('middle', '中級'),
  higher: text('higher', '高級'),
  postgraduate: text('postgraduate', '深造'),
  1000: text('1000', '1000'),
  2000: text('2000', '2000'),
  3000: text('3000', '3000'),
  4000: text('4000', '4000'),
  8000: text('8000', '8000'),
  9000: text('9000', '9000'),
};

const categoryNames: Readonly<Record<CourseCategory, Text>> = {
  'core-values': text('core values', '核心價值'),
  'social-responsibility': text('social responsibility', '社會責任'),
  'communicator-team-player': text('effective communicator and team player', '有效溝通者及團隊合作'),
  'entrepreneurial-leadership': text('entrepreneurial mindset and leadership', '創業思維及領袖才能'),
  'university-english': text('University English', '大學英語'),
  'general-education': text('General Education', '通識教育'),
};

/** `middle or higher`, `3000 or 4000`. */
export const levelsText = (levels: readonly CourseLevel[]): Text =>
  text(
    levels.map((level) => levelNames[level].en).join(' or '),
    levels.map((level) => levelNames[level]['zh-Hant']).join('或'),
  );

export const categoryText = (category: CourseCategory): Text => categoryNames[category];

/** `higher-level courses`, `courses at level 3000 or 4000`. */
export const coursesAt = (levels: readonly CourseLevel[]): Text => {
  const names = levelsText(levels);
  return typeof levels[0] === 'number'
    ? text(`courses at level ${names.en}`, `${names['zh-Hant']} 程度學科`)
    : text(`courses of ${names.en} level`, `${names['zh-Hant']}程度學科`);
};

export const creditsWanting = (missing: number): Text =>
  text(`${missing} more credit${missing === 1 ? '' : 's'}.`, `尚欠 ${missing} 學分。`);
