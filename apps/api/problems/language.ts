import type { Language } from './problem.ts';

const RANGE = /^(\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)(?:;q=([01](?:\.\d{1,3})?))?$/;

/** Chinese when a range of Chinese is preferred to English; English in every other case, malformed headers too. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const best = { en: 0, 'zh-Hant': 0 };
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [, range = '', quality = '1'] = RANGE.exec(part.replaceAll(/\s/g, '')) ?? [];
    const primary = range.toLowerCase().split('-')[0];
    if (primary === 'zh') best['zh-Hant'] = Math.max(best['zh-Hant'], Number(quality));
    if (primary === 'en' || primary === '*') best.en = Math.max(best.en, Number(quality));
  }
  if (best['zh-Hant'] !== best.en) return best['zh-Hant'] > best.en ? 'zh-Hant' : 'en';
  return best.en > 0 && firstIsChinese(acceptLanguage ?? '') ? 'zh-Hant' : 'en';
}

/** Between languages that are wanted equally, the first that is named. */
const firstIsChinese = (acceptLanguage: string): boolean => /^\s*zh\b/i.test(acceptLanguage);
