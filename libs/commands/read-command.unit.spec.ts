import { describe, expect, it } from '@jest/globals';
import { Command } from './command.ts';
import {
  ApprovalPart,
  IsCodeList,
  IsCount,
  IsDay,
  IsDayRange,
  IsFlag,
  IsLine,
  IsPart,
  IsPartList,
  IsReason,
  IsStudentId,
} from './fields.ts';
import { readCommand } from './read-command.ts';

class Ask extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsCount(1, 9, { description: 'A count.', optional: true })
  readonly count?: number;

  @IsFlag({ description: 'A flag.' })
  readonly flag?: boolean;

  @IsDay({ description: 'A day.', optional: true })
  readonly day?: string;

  @IsDayRange({ description: 'Days.', optional: true })
  readonly days?: [string, string];

  @IsCodeList({ description: 'Codes.', optional: true })
  readonly codes?: string[];

  @IsPart(ApprovalPart, { description: 'One.', optional: true })
  readonly approval?: ApprovalPart;

  @IsPartList(ApprovalPart, 2, { description: 'Some.', optional: true })
  readonly approvals?: ApprovalPart[];
}

class Words extends Command {
  @IsReason()
  readonly reason!: string;

  @IsLine({ description: 'A line.' })
  readonly line!: string;
}

const read = (fields: unknown) => readCommand(Ask, fields);
const wrong = (fields: unknown) => read(fields).problems?.map(({ field }) => field);
const approval = { authority: 'dean', reason: 'good' };

describe('reading a command', () => {
  it('takes the fields that it has', () =>
    expect(
      read({ student: 'S1', count: 3, days: ['2024-01-01', '2024-01-01'], approvals: [approval] }).command,
    ).toEqual(expect.objectContaining({ student: 'S1', count: 3, approvals: [approval] })));

  it('takes a null for a field that was not given, in parts as well', () => {
    const { command } = read({ student: 'S1', count: null, approval: { ...approval, on: null } });
    expect(JSON.parse(JSON.stringify(command))).toEqual({ student: 'S1', approval });
  });

  it.each([
    ['nothing', {}, ['student']],
    ['a null where a field is needed', { student: null }, ['student']],
    ['another type', { student: 1 }, ['student']],
    ['a text for a number', { student: 'S1', count: '3' }, ['count']],
    ['a fraction for a count', { student: 'S1', count: 1.5 }, ['count']],
    ['a number out of bounds', { student: 'S1', count: 10 }, ['count']],
    ['a text for a flag', { student: 'S1', flag: 'true' }, ['flag']],
    ['a day that does not exist', { student: 'S1', day: '2023-02-29' }, ['day']],
    ['days the wrong way round', { student: 'S1', days: ['2024-02-01', '2024-01-01'] }, ['days']],
    ['a code twice', { student: 'S1', codes: ['A', 'A'] }, ['codes']],
    ['a code that is none', { student: 'S1', codes: ['a b'] }, ['codes']],
    ['a list for a part', { student: 'S1', approval: [approval] }, ['approval']],
    ['a part without its fields', { student: 'S1', approval: {} }, ['approval.authority', 'approval.reason']],
    ['a reason of white space', { student: 'S1', approval: { ...approval, reason: ' \t ' } }, ['approval.reason']],
    ['an authority of nobody', { student: 'S1', approval: { ...approval, authority: 'king' } }, ['approval.authority']],
    ['too many parts', { student: 'S1', approvals: [approval, approval, approval] }, ['approvals']],
    ['a null among parts', { student: 'S1', approvals: [null] }, ['approvals']],
    ['a field that it does not have', { student: 'S1', grade: 'A' }, ['grade']],
    ['a field that a part does not have', { student: 'S1', approval: { ...approval, x: 1 } }, ['approval.x']],
    ['a name that every object has', { student: 'S1', toString: 'x' }, ['toString']],
    ['such a name in a part', { student: 'S1', approval: { ...approval, valueOf: 1 } }, ['approval.valueOf']],
  ])('refuses %s', (_what, fields, problems) => expect(wrong(fields)).toEqual(problems));

  describe.each(['reason', 'line'])('words in a %s', (field) => {
    const said = (words: string) => readCommand(Words, { reason: 'good', line: 'good', [field]: words });

    it.each([
      ['white space', ' \t\n'],
      ['the wide space', '\u3000'],
      ['a zero-width space', '\u200b'],
      ['joiners', '\u200d\u2060'],
      ['a byte order mark', '\ufeff'],
      ['marks of direction', '\u202e\u2066\u200f'],
      ['control characters', '\u0001\u0007\u001b\u007f\u0085'],
      ['a soft hyphen', '\u00ad'],
      ['variation selectors', '\ufe0f\u{e0100}'],
      ['tags', '\u{e0041}\u{e0042}'],
      ['the blank letters of Hangul', '\u115f\u3164\uffa0'],
      ['a blank of Braille', '\u2800'],
      ['a combining mark with nothing under it', '\u0301'],
      ['punctuation', '—!?'],
    ])('are not %s alone', (_what, words) => expect(said(words).problems).toMatchObject([{ field }]));

    it.each(['x', '7', '病', 'é', 'e\u0301', '\u202dCHAN, Tai Man\u202c', 'a\u200db', ' ill \t'])(
      'are kept as they came: %j',
      (words) => expect(said(words).command).toMatchObject({ [field]: words }),
    );
  });

  it.each([[null], [[]], ['text'], [3], [undefined]])('refuses %j altogether', (fields) =>
    expect(wrong(fields)).toEqual(['']),
  );
});
