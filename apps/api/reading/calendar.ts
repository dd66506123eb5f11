/** One whole day in a calendar. */
export interface CalendarDay {
  /** The same for the same thing, whenever it is read. */
  readonly uid: string;
  /** `2024-11-25` */
  readonly day: string;
  readonly summary: string;
  readonly description?: string;
  readonly categories?: readonly string[];
}

export interface Calendar {
  readonly name: string;
  /** The day of which it is said, as every entry is stamped with it. */
  readonly stamped: string;
  readonly days: readonly CalendarDay[];
}

const OCTETS = 75;
const BREAK = '\r\n';

/** Writes a calendar of whole days as an iCalendar object (RFC 5545). */
export function iCalendar({ name, stamped, days }: Calendar): string {
  const stamp = `${compact(stamped)}T000000Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Academic Records//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ uid, day, summary, description, categories = [] }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `SUMMARY:${escaped(summary)}`,
      ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
      ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escaped).join(',')}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => folded(line) + BREAK).join('');
}

const compact = (day: string): string => day.replaceAll('-', '');

/** Text as a value: what would end it or part it is escaped. (RFC 5545, 3.3.11) */
const escaped = (value: string): string =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a calendar
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** A line of at most 75 octets; what is longer goes on behind a space, never within a character. (RFC 5545, 3.1) */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const width = Buffer.byteLength(character);
    if (octets + width > OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += width;
  }
  return [...parts, part].join(BREAK);
}
