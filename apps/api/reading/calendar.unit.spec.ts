import { describe, expect, it } from '@jest/globals';
import { iCalendar } from './calendar.ts';

const of = (summary: string, description?: string) =>
  iCalendar({
    name: 'Deadlines, S1',
    stamped: '2024-09-01',
    days: [{ uid: 'S1.withdrawal@records', day: '2024-11-25', summary, description, categories: ['withdrawal'] }],
  });
const unfolded = (calendar: string) => calendar.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar', () => {
  it('holds each day as a whole day, stamped and named', () =>
    expect(unfolded(of('Last day'))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Academic Records//Deadlines//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Deadlines\\, S1',
      'BEGIN:VEVENT',
      'UID:S1.withdrawal@records',
      'DTSTAMP:20240901T000000Z',
      'DTSTART;VALUE=DATE:20241125',
      'SUMMARY:Last day',
      'CATEGORIES:withdrawal',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]));

  it('escapes what would end or part a value, and lets no line be smuggled in', () => {
    const lines = unfolded(of('a\\b; c, d\r\nEND:VEVENT', 'one\ntwo\u0007'));
    expect(lines).toContain('SUMMARY:a\\\\b\\; c\\, d\\nEND:VEVENT');
    expect(lines).toContain('DESCRIPTION:one\\ntwo');
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  it('folds at 75 octets, never within a character', () => {
    const words = '該學期合共學分超過規定學習量，須獲學院批准😀'.repeat(6);
    const calendar = of(words);
    const lines = calendar.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.some((line) => Buffer.byteLength(line) > 70)).toBe(true);
    expect(unfolded(calendar)).toContain(`SUMMARY:${words}`);
    // 'SUMMARY:' and 67 letters are 75 octets: one letter more is folded.
    expect(of('x'.repeat(67)).split('\r\n')).toContain(`SUMMARY:${'x'.repeat(67)}`);
    expect(of('x'.repeat(68)).split('\r\n')).toContain(`SUMMARY:${'x'.repeat(67)}`);
    expect(of('x'.repeat(68))).toContain(`SUMMARY:${'x'.repeat(67)}\r\n x\r\n`);
  });
});
