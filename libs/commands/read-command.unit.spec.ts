import { describe, expect, it } from '@jest/globals';
import { Command } from './command.ts';
import {
  ApprovalPart,
  IsCodeList,
  IsCount,
  IsDay,
  IsDayRange,
  IsFlag,
  IsPart,
  IsPartList,
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

  it.each([[null], [[]], ['text'], [3], [undefined]])('refuses %j altogether', (fields) =>
    expect(wrong(fields)).toEqual(['']),
  );
});
