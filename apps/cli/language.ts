import { Option } from 'commander';
import type { Text } from '#kernel';

/** The languages of the University. */
export type Language = keyof Text;

export const languageOption = (): Option =>
  new Option('--lang <language>', 'the language to tell it in').choices(['en', 'zh-Hant']).default('en');

/** Joins the parts of a sentence as the language does. */
export const listed = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'en' ? ', ' : '、');

/** A label with what it labels. */
export const labelled = (label: Text, value: string, language: Language): string =>
  language === 'en' ? `${label.en}: ${value}` : `${label['zh-Hant']}：${value}`;
