import { describe, expect, it } from '@jest/globals';
import { readCommand } from '#commands';
import { DefineCourse } from './courses/define-course.ts';

const titled = (title: unknown) => readCommand(DefineCourse, { code: 'C1', credits: 3, level: 1000, title });

describe('the title of a course or a programme', () => {
  it.each([
    ['not given', undefined, undefined],
    ['one text, which stands for both languages', 'Law', { en: 'Law', 'zh-Hant': 'Law' }],
    ['a number', '1984', { en: '1984', 'zh-Hant': '1984' }],
    ['a text in each', { en: 'Law', 'zh-Hant': '法律' }, { en: 'Law', 'zh-Hant': '法律' }],
  ])('may be %s', (_, title, read) => expect(titled(title).command?.title).toEqual(read));

  it.each([
    ['nothing', ''],
    ['white space', ' \t'],
    ['nothing in English', { en: '', 'zh-Hant': '法律' }],
    ['white space in English', { en: '  ', 'zh-Hant': '法律' }],
    ['white space in Chinese, the wide kind too', { en: 'Law', 'zh-Hant': '\u3000' }],
    ['a zero-width space', '\u200B'],
    ['word joiners in English', { en: '\u2060\u2060', 'zh-Hant': '法律' }],
    ['a byte order mark in Chinese', { en: 'Law', 'zh-Hant': '\uFEFF' }],
    ['a blank that counts as a letter', '\u3164'],
    ['marks alone', '...!'],
    ['not there in Chinese', { en: 'Law' }],
    ['in a third language', { en: 'Law', 'zh-Hant': '法律', fr: 'Droit' }],
    ['longer than 200 characters', { en: 'L'.repeat(201), 'zh-Hant': '法律' }],
  ])('is not %s', (_, title) => expect(titled(title).problems).toMatchObject([{ field: 'title' }]));
});
