import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Position } from '#kernel';
import { type GradeAmendmentDocument } from '#projections';
import { recordAt } from '#student-record';
import { recordFor } from './record-now.ts';
import { beginStory, PANEL, REGISTRAR, SCHOOL, type Story, TERMS } from './testing/story.ts';
import { whyOf } from './why.ts';

describe('the amendment of a grade with later decisions on it', () => {
  let story: Story;
  const { ask, done, recordNow, show } = {
    ask: ((...of) => story.ask(...of)) as Story['ask'],
    done: ((...of) => story.done(...of)) as Story['done'],
    recordNow: () => story.recordNow(),
    show: ((...of) => story.show(...of)) as Story['show'],
  };
  const amendment = (): Promise<GradeAmendmentDocument> => show('grade-amendment', { amendment: 'A1' });

  let before: Position;
  let dependent: string;
  let revised: string[];

  beforeAll(async () => {
    story = await beginStory('2024-08-01');
    const { clock, publishStanding, system } = story;
    for (const term of TERMS) await done('DefineTerm', term);
    for (const code of ['C1', 'C2', 'C3', 'C4'])
      await done('DefineCourse', {
        code,
        credits: 3,
        level: 1000,
        ...(code === 'C3' ? { prerequisites: ['C1'] } : {}),
      });
    await done('DefineProgramme', { code: 'BBAH', award: 'honours', regime: '3cu', mode: 'full-time', credits: 120 });
    await done('Admit', { programme: 'BBAH', term: '2024-AUT' });
    await done('Enrol', { course: 'C1', term: '2024-AUT' });
    clock.moveTo('2025-01-04');
    await done('RecommendResult', { course: 'C1', term: '2024-AUT', id: 'R1', grade: 'C-' }, PANEL);
    await done('ApproveResult', { course: 'C1', term: '2024-AUT', recommendation: 'R1', school: 'UNIVERSITY' }, SCHOOL);
    await publishStanding('2024-AUT');
    await done('Enrol', { course: 'C2', term: '2025-SPR' });
    clock.moveTo('2025-06-02');
    await done('RecordGrade', { course: 'C2', term: '2025-SPR', grade: 'B' }, SCHOOL);
    await publishStanding('2025-SPR');
    clock.moveTo('2025-07-01');
    dependent = (await done('Enrol', { course: 'C3', term: '2025-AUT' })).commandId;
    await done('RecordPayment', { payment: 'P1', cents: 100_00 });
    before = await system.store.head();
    clock.moveTo('2025-08-01');
    // What was proposed of the same grade before is no consequence of it: one refused, one taken back.
    const other = { course: 'C1', term: '2024-AUT', reason: 'a slip', evidence: ['script'] };
    const refused = await ask('ProposeGradeAmendment', { student: 'S1', ...other, id: 'A8', grade: 'C-' }, SCHOOL);
    expect(refused).toMatchObject({ code: 'amendment-refused' });
    await done('ProposeGradeAmendment', { ...other, id: 'A9', grade: 'Fail' }, SCHOOL);
    await done('WithdrawGradeAmendment', { amendment: 'A9', reason: 'too early' }, SCHOOL);
    await done(
      'ProposeGradeAmendment',
      { course: 'C1', term: '2024-AUT', id: 'A1', grade: 'Fail', reason: 'copied', evidence: ['report 7'] },
      SCHOOL,
    );
  });
  afterAll(() => story.system.close());

  it('lists exactly the decisions that change, and not those that do not', async () => {
    const { state, decisions } = await amendment();
    expect(state).toBe('proposed');
    // Enrolment in Spring told the CGPA of a student on probation, that in Autumn asks for the course as passed.
    expect(decisions.map(({ request, change }) => [request, change])).toEqual([
      ['Enrol', 'ruling'],
      ['Enrol', 'outcome'],
    ]);
    expect(decisions.at(-1)).toMatchObject({
      decision: dependent,
      before: { outcome: 'accepted', refusedBy: [], events: ['CourseEnrolled'] },
      after: { outcome: 'refused', code: 'enrolment-refused' },
    });
    expect(decisions.at(-1)?.after.refusedBy).toContain('3cu/gloss/18');
  });

  it('tells the standings that it would put right, and the figures', async () => {
    const { standings, figures } = await amendment();
    expect(standings).toMatchObject([
      { term: '2024-AUT', standsOtherwise: false, before: { standing: 'probation' }, after: { standing: 'probation' } },
      { term: '2025-SPR', standsOtherwise: true, before: { standing: 'good' }, after: { standing: 'probation' } },
    ]);
    expect(figures).toMatchObject([
      {
        programme: 'BBAH',
        before: {
          cgpa: { display: '2.35' },
          creditsEarned: 6,
          terms: [{ term: '2024-AUT', gpa: { display: '1.70' } }, {}],
        },
        after: {
          cgpa: { display: '1.50' },
          creditsEarned: 3,
          terms: [{ term: '2024-AUT', gpa: { display: '0.00' } }, {}],
        },
      },
    ]);
  });

  it('changes nothing before it is confirmed', async () => {
    const record = await recordNow();
    expect(record.attempts[0]?.grade).toBe('C-');
    expect(record.standings.map(({ standing, revisions }) => [standing, revisions.length])).toEqual([
      ['probation', 0],
      ['good', 0],
    ]);
    expect((await show('transcript', {})).programmes).toMatchObject([{ cgpa: { display: '2.35' } }]);
  });

  it('cannot be confirmed by who proposed it', async () =>
    expect(await ask('ConfirmGradeAmendment', { student: 'S1', amendment: 'A1', preview: 1 }, SCHOOL)).toMatchObject({
      outcome: 'refused',
      code: 'same-person',
    }));

  it('is confirmed by who has seen the list as it is now', async () => {
    const { preview } = await amendment();
    const confirm = () => ask('ConfirmGradeAmendment', { student: 'S1', amendment: 'A1', preview }, REGISTRAR);
    await done('RecordPayment', { payment: 'P2', cents: 100_00 });
    expect(await confirm()).toMatchObject({ outcome: 'refused', code: 'preview-changed' });
    expect((await amendment()).preview).toBe(preview + 1);
  });

  it('puts grade and standings right when somebody else confirms it', async () => {
    const listed = await amendment();
    story.clock.moveTo('2025-08-05');
    const { events, commandId } = await done('ConfirmGradeAmendment', { amendment: 'A1', preview: listed.preview });
    revised = events.map(({ type }) => type);
    expect(revised).toEqual(['GradeCorrected', 'StandingRevised', 'StandingRevised', 'DecisionsToSettle']);
    const record = await recordNow();
    expect(record.attempts[0]?.grade).toBe('Fail');
    expect(record.standings.map(({ standing }) => standing)).toEqual(['probation', 'probation']);
    expect(record.standings[1]?.revisions).toMatchObject([{ from: { standing: 'good' }, cause: 'A1' }]);
    // What was told before is still told, as it was.
    const after = await amendment();
    expect(after.state).toBe('confirmed');
    expect([after.decisions, after.figures]).toEqual([listed.decisions, listed.figures]);
    expect(after.standings).toEqual(listed.standings);
    const why = await whyOf(story.system.store, 'S1', commandId);
    expect(why?.led).toMatchObject([{ request: { type: 'ProposeGradeAmendment' }, askedBy: SCHOOL }]);
  });

  it('leaves the earlier values to be seen as known at their time, by day and by place', async () => {
    const shown = async (asOf?: { day: string } | { position: Position }) => {
      const { courses, programmes } = await show('transcript', {}, asOf);
      return [courses[0]?.grade ?? null, programmes[0].cgpa?.display ?? null];
    };
    expect(await shown()).toEqual(['Fail', '1.50']);
    expect(await shown({ position: before })).toEqual(['C-', '2.35']);
    expect(await shown({ day: '2025-08-04' })).toEqual(['C-', '2.35']);
    expect(await shown({ day: '2025-08-05' })).toEqual(['Fail', '1.50']);
    expect(await shown({ day: '2024-12-31' })).toEqual([null, null]);
    expect(await show('transcript', {}, { day: '2024-07-31' })).toBeUndefined();
    const summary = await show('term-summary', { term: '2024-AUT' }, { day: '2025-08-04' });
    expect(summary.programmes[0].statistics.gpa.display).toBe('1.70');
    const results = await show('results', {}, { day: '2025-08-04' });
    expect(results.results[0]).toMatchObject({
      grade: 'C-',
      amendments: [{ id: 'A9' }, { id: 'A1' }],
      history: [{ grade: 'C-' }],
    });
  });

  it('stays in the history of the result', async () => {
    const { results } = await show('results', {});
    expect(results[0]).toMatchObject({
      state: 'published',
      grade: 'Fail',
      recommendation: { grade: 'C-', by: PANEL, approved: true },
      approval: { grade: 'C-', school: 'UNIVERSITY', by: SCHOOL },
      history: [{ grade: 'C-' }, { grade: 'Fail', from: 'C-', reason: 'copied', amendment: 'A1' }],
      amendments: [
        { id: 'A9', closed: { as: 'withdrawn', by: SCHOOL } },
        { id: 'A1', closed: { as: 'confirmed', by: REGISTRAR } },
      ],
    });
  });

  it('is the same record for whoever folds it', async () => {
    const told = await recordFor(story.system, 'S1');
    expect(told && recordAt(told.folded).programmes[0]?.figures.cgpa.value?.toString()).toBe('3/2');
  });
});
