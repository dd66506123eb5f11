import { DatabaseSync } from 'node:sqlite';
import { bareLog } from '../bare-log.js';
import { figures, interleaved, rate } from '../measuring.js';
import { commandIdOf, commandOf, commandSideOf, instantOn, issue, openStores, text, useCaseNamed } from '../product.js';
import { inFreshFile, removeFolder, temporaryFolder } from '../temporary.js';

const IN_FLIGHT = 1_000;
const COURSE = 'COMP2010';
const TERM = '2024-AUT';
const REGISTRY = { role: 'registry' };
const attempt = (student) => ({ student, course: COURSE, term: TERM });

const catalogue = [
  ['DefineTerm', { code: TERM, teaching: ['2024-09-02', '2024-11-30'], examinations: ['2024-12-09', '2024-12-20'] }],
  [
    'DefineCourse',
    {
      code: COURSE,
      title: text('Data structures', '資料結構'),
      credits: 3,
      level: 2000,
      school: 'ST',
      assignments: [
        { id: 'TMA01', weight: 40, dueDay: 28 },
        { id: 'TMA02', weight: 60, dueDay: 63 },
      ],
    },
  ],
  [
    'DefineProgramme',
    {
      code: 'BSCH-CS',
      title: text('Bachelor of Science with Honours in Computer Science', '電腦科學榮譽理學士'),
      award: 'honours',
      regime: '3cu',
      mode: 'distance-learning',
      school: 'ST',
      credits: 120,
    },
  ],
];

/** What one student and those who teach and grade do in a term, one after the other. */
const term = (student) => {
  const self = { role: 'student', id: student };
  const tutor = { role: 'tutor' };
  return [
    ['Enrol', attempt(student), '2024-08-20', self],
    ['SubmitAssignment', { ...attempt(student), assignment: 'TMA01' }, '2024-09-20', self],
    ['MarkAssignment', { ...attempt(student), assignment: 'TMA01', mark: 71 }, '2024-09-27', tutor],
    ['SubmitAssignment', { ...attempt(student), assignment: 'TMA02' }, '2024-10-25', self],
    ['MarkAssignment', { ...attempt(student), assignment: 'TMA02', mark: 64 }, '2024-11-01', tutor],
    ['RecordGrade', { ...attempt(student), grade: 'B+' }, '2025-01-10', { role: 'school' }],
  ];
};
const COMMANDS_OF_A_TERM = term('').length;

/** Commands through the command bus: decided by the rules and durable. The bound appends the same events. */
export const commands = {
  id: 'commands',
  title: `commands, ${IN_FLIGHT.toLocaleString('en')} in flight`,
  unit: 'commands/s',
  async run({ quick, rounds, tell }) {
    const students = quick ? 1_000 : 3_000;
    const appends = [];
    await sendAll(students, (path) => appends.push(...appendsIn(path, students * COMMANDS_OF_A_TERM)));
    const results = await interleaved(
      { rounds, tell },
      {
        ours: () => sendAll(students),
        bare: () =>
          inFreshFile('commands-bare', async (path) => {
            const log = bareLog(path);
            try {
              return await rate(appends.length, () => log.write(appends, IN_FLIGHT));
            } finally {
              log.close();
            }
          }),
        peer: null,
      },
    );
    return { ...figures(results), commands: appends.length };
  },
};

async function sendAll(students, afterwards) {
  const dataDir = temporaryFolder('commands');
  const stores = await openStores({ dataDir });
  const side = await commandSideOf(stores);
  const send = async ([type, fields, on, actor]) => {
    const command = commandOf(useCaseNamed(type).command, fields);
    const commandId = commandIdOf(`${type}/${JSON.stringify(fields)}`);
    const outcome = await side.commands.execute(issue(command, { commandId, actor, at: instantOn(on) }));
    if (outcome.outcome !== 'accepted') throw new Error(`${type} was refused: ${JSON.stringify(outcome)}`);
  };
  try {
    for (const [type, fields] of catalogue) await send([type, fields, '2024-08-01', { role: 'registrar' }]);
    const names = Array.from({ length: students }, (_, index) => `S${String(index).padStart(6, '0')}`);
    await Promise.all(
      names.map((student) => send(['Admit', { student, programme: 'BSCH-CS', term: TERM }, '2024-08-15', REGISTRY])),
    );
    const lane = async (own) => {
      for (const student of own) for (const command of term(student)) await send(command);
    };
    const lanes = Math.min(IN_FLIGHT, students);
    const done = await rate(students * COMMANDS_OF_A_TERM, () =>
      Promise.all(Array.from({ length: lanes }, (_, first) => lane(names.filter((_, at) => at % lanes === first)))),
    );
    afterwards?.(`${dataDir}/events.sqlite`);
    return done;
  } finally {
    await side.close();
    await stores.close();
    removeFolder(dataDir);
  }
}

/** The last so many events of a log, as the bare one takes them. */
function appendsIn(path, count) {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database
      .prepare(
        `SELECT s.name AS stream, revision, id, type, version, data, metadata
         FROM events e JOIN streams s ON s.first = e.stream ORDER BY position DESC LIMIT ?`,
      )
      .all(count)
      .reverse()
      .map(({ stream, revision, data, metadata, ...event }) => ({
        stream,
        revision,
        event: { ...event, data: JSON.parse(data), metadata: JSON.parse(metadata) },
      }));
  } finally {
    database.close();
  }
}
