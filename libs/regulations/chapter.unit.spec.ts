import { describe, expect, it } from '@jest/globals';
import { AWARDS, CHAPTERS_OF, chapterOf } from './chapter.ts';
import { ofChapter } from './common/parameters.ts';
import { aProgramme } from './testing/index.ts';

describe('the chapter of a programme', () => {
  it.each([
    ['distance-learning', 'honours', 'distance-learning'],
    ['distance-learning', 'masters', 'distance-learning'],
    ['full-time', 'higher-diploma', 'undergraduate'],
    ['full-time', 'honours', 'undergraduate'],
    ['full-time', 'postgraduate-certificate', 'taught-postgraduate'],
    ['part-time', 'postgraduate-diploma', 'taught-postgraduate'],
    ['part-time', 'masters', 'taught-postgraduate'],
    ['full-time', 'mphil', 'research'],
    ['part-time', 'professional-doctorate', 'research'],
    ['part-time', 'phd', 'research'],
  ] as const)('%s, %s, is %s', (mode, award, chapter) => {
    expect(chapterOf({ mode, award })).toBe(chapter);
    expect(CHAPTERS_OF[mode]).toContain(chapter);
  });

  it('of a part-time award below postgraduate level is none of its mode', () =>
    expect(
      AWARDS.filter((award) => !CHAPTERS_OF['part-time'].includes(chapterOf({ mode: 'part-time', award }))),
    ).toEqual(['certificate', 'diploma', 'higher-diploma', 'associate', 'ordinary', 'honours']));

  it('says what stands for it', () => {
    const held = { 'distance-learning': 1, undergraduate: 2, 'taught-postgraduate': 3, research: 4 };
    expect(ofChapter(held, aProgramme('3cu', 'part-time', { award: 'masters' }))).toBe(3);
    expect(ofChapter(held, aProgramme('3cu', 'full-time', { award: 'phd' }))).toBe(4);
  });
});
