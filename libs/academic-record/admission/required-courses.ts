import { courses } from '#catalogue';
import type { FactReader } from '#commands';
import { refuse, text } from '#kernel';

/** The courses that are not in the catalogue. */
export async function unknownOf(reader: FactReader, codes: readonly string[]): Promise<string[]> {
  const known = await Promise.all(codes.map((code) => reader.read(courses, code)));
  return codes.filter((_code, index) => known[index] === undefined);
}

export const incomplete = (codes: readonly string[]) =>
  refuse(
    'programme-incomplete',
    text(
      `The programme requires courses that are not in the catalogue: ${codes.join(', ')}.`,
      `課程的必修學科尚未載入學科目錄：${codes.join('、')}。`,
    ),
  );
