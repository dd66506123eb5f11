import { describe, expect, it } from '@jest/globals';
import { AWARDS, CHAPTERS_OF, chapterOf, knowsAward, ofAward } from './chapter.ts';
import { ofChapter } from './common/parameters.ts';
import { packFor } from './packs.ts';
import { aProgramme, aStudy } from './testing/index.ts';

describe('the awards of a regime', () => {
  it('are all of them under the five-credit regulations, without professional development under the others', () => {
    expect(AWARDS.filter((award) => !knowsAward('5cu', award))).toEqual([]);
    expect(AWARDS.filter((award) => !knowsAward('3cu', award))).toEqual([
      'associate-diploma',
      'professional-diploma',
      'professional-higher-diploma',
    ]);
  });
  it('are each told what stands for it', () => {
    expect(ofAward({ dual: 1 }, 'dual')).toBe(1);
    expect(() => ofAward({ dual: 1 }, 'phd')).toThrow(RangeError);
  });
  it.each(['5cu', '3cu'] as const)('%s have a teach-out, a date, and what excludes and what is owed', (regime) => {
    const pack = packFor(regime);
    for (const award of AWARDS.filter((each) => knowsAward(regime, each))) {
      const study = aStudy(aProgramme(regime, 'distance-learning', { award }), {});
      const ending = { closing: { endsOn: '2024-08-31', announcedOn: '2023-01-01' } };
      expect(pack.conferment(study, { on: '2024-01-01', today: '2024-01-01' }).findings[0]?.clause).toMatch(regime);
      expect(() => pack.programme(study.registration.programme, '2024-01-01')).not.toThrow();
      expect(() => pack.registration.completion(study, ending)).not.toThrow();
    }
  });
});

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
    ).toEqual([
      ...['certificate', 'diploma', 'higher-diploma', 'associate', 'ordinary', 'honours'],
      ...['associate-diploma', 'professional-diploma', 'professional-higher-diploma', 'dual'],
    ]));

  it('says what stands for it', () => {
    const held = { 'distance-learning': 1, undergraduate: 2, 'taught-postgraduate': 3, research: 4 };
    expect(ofChapter(held, aProgramme('3cu', 'part-time', { award: 'masters' }))).toBe(3);
    expect(ofChapter(held, aProgramme('3cu', 'full-time', { award: 'phd' }))).toBe(4);
  });
});
