import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { runScenario } from '../../apps/cli/scenario/run-scenario.ts';
import { parseScenario, ScenarioError } from '../../apps/cli/scenario/scenario-file.ts';

const GIVEN = `title: A story
given:
  terms: [{ code: 2024-AUT, teaching: [2024-09-02, 2024-11-30], examinations: [2024-12-09, 2024-12-20] }]
  courses: [{ code: COMP1010, credits: 3, level: 1000 }]
  programmes: [{ code: BSCH, award: honours, regime: 3cu, mode: distance-learning, credits: 120 }]
steps:
  - { on: 2024-08-01, do: Admit, with: { student: S1, programme: BSCH, term: 2024-AUT } }
`;
/** The line of the first step after the given part. */
const NEXT_LINE = 8;

const run = (steps: string) => runScenario(parseScenario('story.yaml', GIVEN + steps));

/** The error that the reading of a story ends with. */
function faultOf(source: string): ScenarioError {
  try {
    parseScenario('story.yaml', source);
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error('the story was read without complaint');
}

describe('A story that does not come out as told', () => {
  it('is told with the step, its line and both sides', async () => {
    const report = await run(
      `  - { do: Enrol, with: { student: S1, course: COMP1010, term: 2024-AUT }, expect: { refused: [3cu/dl/3.7] } }\n`,
    );
    expect(report).toMatchObject({
      file: 'story.yaml',
      title: 'A story',
      passed: false,
      steps: 2,
      failures: [
        {
          step: 2,
          line: NEXT_LINE,
          what: 'Enrol',
          mismatches: [{ at: '', expected: { refused: ['3cu/dl/3.7'] }, actual: 'accepted' }],
        },
      ],
    });
  });

  it('is told with the clause, the figures and the note when a step was to be accepted', async () => {
    const report = await run(
      `  - { on: 2024-09-02, do: Enrol, with: { student: S1, course: COMP1010, term: 2024-AUT } }\n`,
    );
    expect(report.failures).toMatchObject([
      {
        line: NEXT_LINE,
        mismatches: [
          {
            expected: 'accepted',
            actual: {
              refused: [{ clause: '3cu/dl/3.5', figures: { today: '2024-09-02', registrationEnds: '2024-09-01' } }],
            },
          },
        ],
      },
    ]);
  });

  it('is told with the clause that did not refuse', async () => {
    const report = await run(
      `  - { on: 2024-09-02, do: Enrol, with: { student: S1, course: COMP1010, term: 2024-AUT }, expect: { refused: [3cu/dl/3.6] } }\n`,
    );
    expect(report.failures[0]?.mismatches).toEqual([
      { at: 'refused[0]', expected: '3cu/dl/3.6', actual: ['3cu/dl/3.5'] },
    ]);
  });

  it('is told with the code of a refusal that is another', async () => {
    const report = await run(
      `  - { as: student S2, do: Enrol, with: { student: S1, course: COMP1010, term: 2024-AUT }, expect: { refused: unknown-student } }\n`,
    );
    expect(report.failures[0]?.mismatches).toMatchObject([
      { at: 'refused', expected: 'unknown-student', actual: { refused: 'not-authorised' } },
    ]);
  });

  it('is told with the fields that are wrong', async () => {
    const report = await run(
      `  - { do: Enrol, with: { student: S1, course: COMP1010 } }
  - { do: Enrol, with: { student: S1, course: COMP1010 }, expect: { invalid: [course] } }\n`,
    );
    expect(report.failures.map(({ step }) => step)).toEqual([2, 3]);
    expect(report.failures[0]?.mismatches[0]?.actual).toEqual({
      invalid: ['term: term must be the code of a term'],
    });
    expect(report.failures[1]?.mismatches).toEqual([{ at: 'invalid[0]', expected: 'course', actual: ['term'] }]);
  });

  it('is told with the place in a document', async () => {
    const report = await run(
      `  - { do: Enrol, with: { student: S1, course: COMP1010, term: 2024-AUT } }
  - show: term-summary
    with: { student: S1, term: 2024-AUT }
    expect: { student: S2, term: { academicYear: 2024/25 }, nickname: Ming }\n`,
    );
    expect(report.failures).toEqual([
      {
        step: 3,
        line: NEXT_LINE + 1,
        what: 'show term-summary',
        mismatches: [
          { at: 'student', expected: 'S2', actual: 'S1' },
          { at: 'nickname', expected: 'Ming', actual: null },
        ],
      },
    ]);
  });

  it('is told when a list has not what is expected of it, or has something although nothing is', async () => {
    const report = await run(
      `  - { do: Enrol, with: { student: S1, course: COMP1010, term: 2024-AUT } }
  - { show: transcript, with: { student: S1 }, expect: { courses: [{ code: COMP1010, grade: A }] } }
  - { show: transcript, with: { student: S1 }, expect: { courses: [] } }
  - { show: transcript, with: { student: S1 }, expect: { courses: [{ code: COMP1010 }, { code: COMP1010 }] } }\n`,
    );
    expect(report.failures.map(({ step, mismatches }) => [step, mismatches.map(({ at }) => at)])).toEqual([
      [3, ['courses[0]']],
      [4, ['courses']],
      [5, ['courses[1]']],
    ]);
  });

  it('is told when a document stands where nothing is expected, and the other way round', async () => {
    const report = await run(
      `  - { show: transcript, with: { student: S1 }, expect: nothing }
  - { show: transcript, with: { student: S9 }, expect: { student: S9 } }\n`,
    );
    expect(report.failures.map(({ step }) => step)).toEqual([2, 3]);
    expect(report.failures[1]?.mismatches).toEqual([{ at: '', expected: { student: 'S9' }, actual: null }]);
  });

  it('is carried out to its end, so that one fault does not hide another', async () => {
    const report = await run(
      `  - { do: Enrol, with: { student: S1, course: COMP1010, term: 2024-AUT }, expect: refused }
  - { do: Withdraw, with: { student: S1, course: COMP1010, term: 2024-AUT } }
  - { do: Withdraw, with: { student: S1, course: COMP1010, term: 2024-AUT } }\n`,
    );
    expect(report.failures.map(({ step }) => step)).toEqual([2, 4]);
  });

  it('does not take an expectation that it does not know for one that is met', async () => {
    const report = await run(
      `  - { do: Enrol, with: { student: S1, course: COMP1010, term: 2024-AUT }, expect: approved }
  - { do: Enrol, with: { student: S1, course: COMP1010, term: 2024-AUT }, expect: { rejected: [3cu/dl/3.7] } }\n`,
    );
    expect(report.failures.map(({ step, mismatches }) => [step, mismatches[0]?.at])).toEqual([
      [2, 'expect'],
      [3, 'expect'],
    ]);
  });
});

describe('A story whose scene cannot be set', () => {
  it('does not run when a definition is not valid, and says which field', async () => {
    const scenario = parseScenario(
      'story.yaml',
      'title: T\ngiven: { courses: [{ code: COMP1010, credits: many, level: 1000 }] }\nsteps:\n  - { on: 2024-08-01, show: transcript, with: { student: S1 } }\n',
    );
    await expect(runScenario(scenario)).rejects.toThrow(
      /^story\.yaml: given: DefineCourse .*credits must be an integer number/,
    );
  });

  it('does not run when a definition is refused, and says why', async () => {
    const scenario = parseScenario(
      'story.yaml',
      'title: T\ngiven: { presentations: [{ course: COMP9999, term: 2024-AUT, assignments: [] }] }\nsteps:\n  - { on: 2024-08-01, show: transcript, with: { student: S1 } }\n',
    );
    await expect(runScenario(scenario)).rejects.toThrow(ScenarioError);
    await expect(runScenario(scenario)).rejects.toThrow('There is no course COMP9999.');
  });
});

describe('A file that is not a story', () => {
  const faults: [what: string, source: string, message: RegExp][] = [
    ['is not YAML', 'title: [', /^story\.yaml: /],
    ['is not a mapping', '- 1\n', /a scenario is a mapping/],
    ['has no title', 'steps: [{ do: Admit }]\n', /title is missing/],
    ['has no steps', 'title: T\nsteps: []\n', /at least one step/],
    ['has an unknown part', 'title: T\nauthor: me\nsteps: [{ do: Admit }]\n', /unknown part "author"/],
    [
      'gives an unknown part',
      'title: T\ngiven: { rooms: [] }\nsteps: [{ do: Admit }]\n',
      /given: unknown part "rooms"/,
    ],
    ['has an unknown command', 'title: T\nsteps:\n  - { do: Expel }\n', /step 1 \(line 3\): unknown command "Expel"/],
    ['has an unknown read model', 'title: T\nsteps:\n  - { show: diary }\n', /unknown read model "diary"/],
    [
      'has an unknown part of a step',
      'title: T\nsteps:\n  - { do: Admit, wit: {} }\n',
      /step 1 \(line 3\): unknown part "wit"/,
    ],
    ['has a step that does and shows', 'title: T\nsteps:\n  - { do: Admit, show: transcript }\n', /either do or show/],
    ['has a step that does nothing', 'title: T\nsteps:\n  - { on: 2024-09-01 }\n', /either do or show/],
    ['has a day that is none', 'title: T\nsteps:\n  - { on: 2024-02-30, do: Admit }\n', /on is a day/],
    ['has an actor without a role', 'title: T\nsteps:\n  - { as: king, do: Admit }\n', /as is a role/],
    ['has a student without a number', 'title: T\nsteps:\n  - { as: student, do: Admit }\n', /as is a role/],
    ['has clauses that are no list', 'title: T\nclauses: 3cu\nsteps: [{ do: Admit }]\n', /clauses is a list/],
    [
      'names clauses that there are not',
      'title: T\nclauses: [3cu/dl/6.1, 3cu/dl/99, 9cu/x]\nsteps: [{ do: Admit }]\n',
      /clauses: not in the register of clauses: 3cu\/dl\/99, 9cu\/x$/,
    ],
    [
      'is to be refused by a clause that there is not',
      'title: T\nsteps:\n  - { do: Admit, expect: { refused: [3cu/dl/6.1, 3cu/dl/6.11] } }\n',
      /step 1 \(line 3\): refused: not in the register of clauses: 3cu\/dl\/6.11$/,
    ],
    [
      'is to be refused by what is no clause at all',
      'title: T\nsteps:\n  - { do: Admit, expect: { refused: [{ clause: 3cu/dl/6.1 }] } }\n',
      /not in the register of clauses/,
    ],
  ];

  it.each(faults)('is refused when it %s', (_what, source, message) => {
    expect(faultOf(source).message).toMatch(message);
    expect(faultOf(source).file).toBe('story.yaml');
  });
});
