/**
 * How far the measured rates carry: a day of course registration, second by second, for universities of growing size.
 *
 *   node bench/scale.js [--figures FILE] [--json]
 *
 * FILE is what `npm run bench -- --json FILE` wrote; without it the rates of docs/benchmark.md are taken.
 * Requests arrive at random (Poisson, a fixed seed) at a rate that halves every hour after the opening; each waits for
 * its turn at the command processes, its events then at the projectors. Sizes are multiplied out, not simulated.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** Events or commands a second of one process, and bytes; measured on two cores, see docs/benchmark.md. */
export const MEASURED = {
  /** Commands through the bus of one process, its log in a file. */
  commands: 2_947,
  /** Durable appends of one log with 1,000 in flight. */
  appends: 48_697,
  /** Events that one process appends and projects at the same time: 10,900 with three read models, of which there are seven now. */
  projected: 9_000,
  /** Events that one worker folds in a rebuild. */
  rebuilt: 20_000,
  /** Bytes of an event in the log, and of the documents about one student, in the read database. */
  eventBytes: 1_250,
  studentBytes: 6_800,
};

/** What a university is taken to be. */
const LIFE = {
  /** Events in the record of a student in the end: forty courses, each with enrolment, four pieces of work, a grade. */
  eventsPerStudent: 200,
  /** Students who register on the day on which registration opens, and what each of them sends. */
  onOpeningDay: 0.6,
  commandsEach: 6,
  /** Seconds in which the rush halves. */
  halfLife: 3_600,
  hours: 8,
};

/** What is asked of the system: the longest wait for an answer and the longest lag of the read models, in seconds. */
const BOUNDS = { wait: 1, lag: 5 };

/** One registration day; `apis` command processes and `projectors` followers. */
export function registrationDay(students, { apis, projectors }, rates = MEASURED, random = seeded(1)) {
  const sent = students * LIFE.onOpeningDay * LIFE.commandsEach;
  const decay = Math.LN2 / LIFE.halfLife;
  const served = Math.min(apis * rates.commands, rates.appends);
  const projected = projectors * rates.projected;
  let [waiting, behind, wait, lag, answered] = [0, 0, 0, 0, 0];
  for (let second = 0; second < LIFE.hours * 3_600; second++) {
    const arrivals = poisson(sent * decay * Math.exp(-decay * second), random);
    const done = Math.min(waiting + arrivals, served);
    waiting += arrivals - done;
    answered += done;
    behind = Math.max(0, behind + done - projected);
    wait = Math.max(wait, waiting / served);
    lag = Math.max(lag, behind / projected);
  }
  return { sent, answered, peakPerSecond: sent * decay, wait, lag };
}

/** The fewest processes that keep the bounds on one log; undefined when no number does. */
export function processesFor(students, rates = MEASURED) {
  const peak = registrationDay(students, { apis: 1, projectors: 1 }, rates).peakPerSecond;
  for (let apis = 1; (apis - 1) * rates.commands < rates.appends; apis++) {
    const projectors = Math.max(1, Math.ceil((0.8 * Math.min(peak, rates.appends)) / rates.projected));
    for (let more = projectors; more <= projectors + 3; more++) {
      const day = registrationDay(students, { apis, projectors: more }, rates);
      if (day.wait <= BOUNDS.wait && day.lag <= BOUNDS.lag) return { apis, projectors: more, ...day };
      if (day.wait > BOUNDS.wait) break;
    }
  }
  return undefined;
}

/** What is stored, and how long a rebuild of all of it takes with so many workers. */
export const atRest = (students, workers, rates = MEASURED) => {
  const events = students * LIFE.eventsPerStudent;
  return {
    events,
    logBytes: events * rates.eventBytes,
    readBytes: students * rates.studentBytes * (LIFE.eventsPerStudent / 17),
    rebuildSeconds: events / (workers * rates.rebuilt),
  };
};

/** Mulberry32: the same day again for the same seed. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Knuth's for small means, the normal approximation above. */
function poisson(mean, random) {
  if (mean > 50) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const limit = Math.exp(-mean);
  let [count, product] = [0, random()];
  while (product > limit) {
    count++;
    product *= random();
  }
  return count;
}

/** The measured rates with those that a benchmark's file holds in their place. */
export function ratesOf(figures) {
  const ours = (id) => figures.cases.find((one) => one.id === id)?.ours ?? undefined;
  const found = {
    commands: ours('commands'),
    appends: ours('append-1000'),
    rebuilt: ours('rebuild'),
    projected: ours('follow'),
  };
  return { ...MEASURED, ...Object.fromEntries(Object.entries(found).filter(([, rate]) => rate)) };
}

const SIZES = [28_785, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000, 30_000_000, 100_000_000];

const bytes = (count) => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  return `${(count / 1_000 ** power).toPrecision(3)} ${units[power]}`;
};
const time = (seconds) =>
  seconds < 120
    ? `${seconds.toFixed(0)} s`
    : seconds < 7_200
      ? `${(seconds / 60).toFixed(0)} min`
      : `${(seconds / 3_600).toFixed(1)} h`;

if (import.meta.main) {
  const { values } = parseArgs({ options: { figures: { type: 'string' }, json: { type: 'boolean' } } });
  const rates = values.figures ? ratesOf(JSON.parse(readFileSync(values.figures, 'utf8'))) : MEASURED;
  const rows = SIZES.map((students) => ({
    students,
    day: processesFor(students, rates),
    rest: atRest(students, 2, rates),
  }));
  if (values.json) process.stdout.write(`${JSON.stringify({ rates, rows }, null, 2)}\n`);
  else {
    const said = rows.map(({ students, day, rest }) => [
      students.toLocaleString('en'),
      rest.events.toLocaleString('en'),
      bytes(rest.logBytes),
      bytes(rest.readBytes),
      time(rest.rebuildSeconds),
      Math.round(registrationDay(students, { apis: 1, projectors: 1 }, rates).peakPerSecond).toLocaleString('en'),
      day ? `${day.apis}` : 'none',
      day ? `${day.projectors}` : 'none',
      day ? `${day.wait.toFixed(2)} s, ${day.lag.toFixed(2)} s` : 'more than one log takes',
    ]);
    const head = [
      'students',
      'events',
      'log',
      'read models',
      'rebuild, 2 workers',
      'commands/s at the opening',
      'apis',
      'projectors',
      'wait, lag',
    ];
    process.stdout.write(
      `| ${head.join(' | ')} |\n|${head.map(() => '---:|').join('')}\n${said.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`,
    );
  }
}
