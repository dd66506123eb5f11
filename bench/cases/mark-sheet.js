import { figures, interleaved, rate } from '../measuring.js';
import {
  commandIdOf,
  commandOf,
  commandSideOf,
  instantOn,
  issue,
  openStores,
  previewOf,
  sheetFacts,
  TrackedReader,
  useCaseNamed,
} from '../product.js';
import { removeFolder, temporaryFolder } from '../temporary.js';

const ROWS = 2_000;
const SHEET = { course: 'COMP2010', term: '2024-AUT', sheet: 'FINAL' };
const TUTOR = { role: 'tutor', id: 'T1' };

const catalogue = [
  [
    'DefineTerm',
    { code: SHEET.term, teaching: ['2024-09-02', '2024-11-30'], examinations: ['2024-12-09', '2024-12-20'] },
  ],
  [
    'DefineCourse',
    {
      code: SHEET.course,
      credits: 3,
      level: 2000,
      assignments: [
        { id: 'TMA01', weight: 40, dueDay: 28 },
        { id: 'TMA02', weight: 60, dueDay: 63 },
        { id: 'EX', kind: 'examination', weight: 100, dueDay: 100 },
      ],
    },
  ],
  ['DefineProgramme', { code: 'BSCH-CS', award: 'honours', regime: '3cu', mode: 'distance-learning', credits: 120 }],
];

/** The preview of a mark sheet of 2,000 rows: every record read and folded, every row judged. The bound reads the records. */
export const markSheet = {
  id: 'mark-sheet',
  title: `preview of a mark sheet of ${ROWS.toLocaleString('en')} rows`,
  unit: 'rows/s',
  async run({ rounds, tell }) {
    const dataDir = temporaryFolder('mark-sheet');
    const stores = await openStores({ dataDir });
    const side = await commandSideOf(stores);
    try {
      const send = async (type, fields, on, actor) => {
        const command = commandOf(useCaseNamed(type).command, fields);
        const commandId = commandIdOf(`${type}/${JSON.stringify(fields)}`);
        const outcome = await side.commands.execute(issue(command, { commandId, actor, at: instantOn(on) }));
        if (outcome.outcome !== 'accepted') throw new Error(`${type} was refused: ${JSON.stringify(outcome)}`);
      };
      for (const [type, fields] of catalogue) await send(type, fields, '2024-08-01', { role: 'registrar' });
      const students = Array.from({ length: ROWS }, (_, index) => `S${index}`);
      const { course, term } = SHEET;
      await Promise.all(
        students.map(async (student) => {
          const self = { role: 'student', id: student };
          await send('Admit', { student, programme: 'BSCH-CS', term }, '2024-08-15', { role: 'registry' });
          await send('Enrol', { student, course, term }, '2024-08-20', self);
          await send('SubmitAssignment', { student, course, term, assignment: 'TMA01' }, '2024-09-20', self);
        }),
      );
      const rows = students.map((student, index) => `${student},${index % 101},60.5,B`);
      const content = `student,TMA01,examination,grade\n${rows.join('\n')}\n`;
      await send('ProposeMarkSheet', { ...SHEET, content }, '2025-01-10', TUTOR);
      const read = () => sheetFacts(new TrackedReader(stores.store), SHEET);
      const results = await interleaved(
        { rounds, tell },
        {
          ours: () =>
            rate(ROWS, async () => {
              const facts = await read();
              const { changes } = previewOf(facts.sheet, facts, '2025-01-10');
              if (changes !== ROWS) throw new Error(`${changes} rows change a record`);
            }),
          bare: () => rate(ROWS, read),
          peer: null,
        },
      );
      const seconds = ROWS / results.ours.median;
      tell(`${ROWS} rows: ${seconds.toFixed(2)} s`);
      return { ...figures(results), rows: ROWS, seconds };
    } finally {
      await side.close();
      await stores.close();
      removeFolder(dataDir);
    }
  },
};
