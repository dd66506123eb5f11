import { type ClauseId, type Ruling, text } from '#kernel';
import { type Chapter, chapterOf, type ProgrammeFacts } from '../facts.ts';
import type { NameRequest, ParticularsRequest } from '../rules/particulars.ts';
import { type Demand, ruleOn } from './demand.ts';

/** What the regulations on one kind of study say of names and particulars. */
export interface ParticularsLaw {
  readonly name: ClauseId;
  readonly changes: ClauseId;
}

export interface ParticularsLaws {
  readonly pack: string;
  readonly 'distance-learning': ParticularsLaw;
  readonly undergraduate: ParticularsLaw;
  readonly 'taught-postgraduate': ParticularsLaw;
}

/** The regulations on research degrees say nothing of names and particulars: undefined. */
const lawOf = (laws: ParticularsLaws, programme: ProgrammeFacts): ParticularsLaw | undefined =>
  (laws as Partial<Record<Chapter, ParticularsLaw>>)[chapterOf(programme)];

/** As two people would read a name as the same: case, width, commas and the space between words do not tell. */
const read = (name: string): string =>
  name
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s,]+/gu, ' ')
    .trim();

/**
 * Whether somebody may be registered under a name: it is the one on the Hong Kong identity card, or on the passport of a
 * non-local student. Where the document has a Chinese name, it is that too. No name goes into the ruling.
 * [5cu/dl/3.2] [5cu/ug/3.2] [3cu/dl/3.2] [3cu/ug/3.2]
 */
export const nameRule =
  (laws: ParticularsLaws) =>
  (programme: ProgrammeFacts, request: NameRequest): Ruling => {
    const law = lawOf(laws, programme);
    return ruleOn(laws.pack, law ? named(law.name, request) : []);
  };

function named(clause: ClauseId, { name, document, nonLocal }: NameRequest): Demand[] {
  const figures = { document: document.kind, nonLocal };
  const chinese = document.name.chinese;
  return [
    {
      clause,
      met: document.kind === 'hong-kong-identity-card' || nonLocal,
      figures,
      note: text('Only non-local students are registered by passport.', '只有非本地學生可以護照註冊。'),
      remedy: text('Show the Hong Kong identity card.', '出示香港身份證。'),
    },
    {
      clause,
      met: read(name.english) === read(document.name.english),
      figures,
      note: text('The name is not the one on the document.', '姓名與身份證明文件不符。'),
      remedy: text('Register under the name on the document.', '以身份證明文件上的姓名註冊。'),
    },
    {
      clause,
      met: chinese === undefined ? name.chinese === undefined : read(chinese) === read(name.chinese ?? ''),
      figures: { ...figures, chineseName: chinese !== undefined },
      note: text('The Chinese name is not the one on the document.', '中文姓名與身份證明文件不符。'),
      remedy: text('Register under the name on the document.', '以身份證明文件上的姓名註冊。'),
    },
  ];
}

/**
 * Whether a change of particulars is reported as it has to be: a student by the student portal or in writing to the
 * Registry, and a new name with the document that shows it. [5cu/dl/3.3] [5cu/ug/3.7] [3cu/dl/3.3] [3cu/ug/3.7]
 */
export const particularsRule =
  (laws: ParticularsLaws) =>
  (programme: ProgrammeFacts, { channel, by, changed, name }: ParticularsRequest): Ruling => {
    const law = lawOf(laws, programme);
    if (!law) return ruleOn(laws.pack, []);
    const fits = channel === 'student-portal' ? by === 'student' : by !== 'student';
    return ruleOn(laws.pack, [
      {
        clause: law.changes,
        met: fits,
        figures: { channel, by, changed: changed.join(' ') },
        note: text(
          'What a student reports in person comes by the portal; what comes in writing is entered by the Registry.',
          '學生自行更新須經學生網站；書面通知則由教務處輸入。',
        ),
      },
      ...(name ? named(law.name, name) : []),
    ]);
  };
