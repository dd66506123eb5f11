import { type Ruling, text } from '#kernel';
import type { Study } from '../facts.ts';
import type { MarkingRequest } from '../pack.ts';
import type { IncidentRequest, ScriptRequest } from '../rules/request-rules.ts';
import { lastSubmissions } from './coursework-total.ts';
import { type Demand, type Remark, ruleOn } from './demand.ts';
import { attemptName } from './parameters.ts';
import type { RequestsLaw } from './requests-law.ts';

/**
 * Whether an incident is reported as it has to be. A breach comes with the statement of the candidate, or says that none
 * was given, and with what was found; ends the examination of the candidate only where it is serious; and goes to the discipline of
 * students. Who comes late is reported with the time, the reason and whether anybody had left; who comes within the
 * minutes that are free is not reported at all.
 */
export function incident(law: RequestsLaw, { report, attempt, today }: IncidentRequest): Ruling {
  const { kinds, breaches } = law.incidents;
  const { kind, day } = report;
  const of: Remark = { clause: kinds[kind], figures: { kind, day, attempt: attemptName(attempt) } };
  return ruleOn(law.pack, [
    ...(breaches.has(kind) ? [of, ...breach(law, report)] : []),
    ...(kind === 'no-identification' ? [missing(law, report)] : []),
    ...(kind === 'late-arrival' ? [late(law, report, today)] : []),
    ...ended(law, report),
  ]);
}

function breach({ incidents }: RequestsLaw, report: IncidentRequest['report']): (Demand | Remark)[] {
  const { kind, statement, statementRefused = false, exhibits } = report;
  const exhibitsNeeded = incidents.withExhibits.has(kind);
  return [
    { clause: incidents.listed, figures: { kind } },
    {
      clause: incidents.report,
      met: statement !== undefined || statementRefused,
      figures: { statement: statement !== undefined, statementRefused },
      note: text('A report comes with the written statement of the candidate.', '報告須附考生於考試後作出的書面聲明。'),
      remedy: text(
        'Take a statement, or say that the candidate would give none.',
        '取得考生的聲明，或註明考生拒絕作出聲明。',
      ),
    },
    {
      clause: incidents.report,
      met: !exhibitsNeeded || exhibits.length > 0,
      figures: { exhibits: exhibits.length, exhibitsNeeded },
      note: text('What was not allowed is handed in with the report.', '違禁物品須連同報告一併提交。'),
      remedy: text('Name what was found and hand it in.', '列明所發現的物品並一併提交。'),
    },
    { clause: incidents.discipline, figures: { referred: true } },
  ];
}

function missing({ incidents }: RequestsLaw, { kind, missing: not = [] }: IncidentRequest['report']): Demand {
  return {
    clause: incidents.kinds[kind],
    met: not.length > 0,
    figures: { missing: not.join(' ') || null },
    note: text('It is not said which identification was missing.', '未有註明考生未能出示的證件。'),
    remedy: text('Name what the candidate could not show.', '列明考生未能出示的證件。'),
  };
}

function late({ incidents }: RequestsLaw, { kind, arrival }: IncidentRequest['report'], today: string): Demand {
  const { value: free } = incidents.lateMinutes.on(today);
  return {
    clause: incidents.kinds[kind],
    met: arrival !== undefined && arrival.minutesLate > free,
    figures: {
      minutesLate: arrival?.minutesLate ?? null,
      free,
      arrived: arrival?.time ?? null,
      anyoneHadLeft: arrival?.anyoneHadLeft ?? null,
    },
    note: arrival
      ? text(`Within ${free} minutes nobody has to explain.`, `於 ${free} 分鐘內抵達者毋須解釋。`)
      : text(
          'The time, the reason and whether anybody had left are not recorded.',
          '未有記錄抵達時間、原因及先前有否考生離場。',
        ),
    remedy: arrival ? undefined : text('Record the arrival.', '請記錄考生抵達的情況。'),
  };
}

function ended({ incidents }: RequestsLaw, { kind, ended: end }: IncidentRequest['report']): Demand[] {
  if (!end) return [];
  return [
    {
      clause: incidents.listed,
      met: incidents.breaches.has(kind),
      figures: { kind },
      note: text('What is reported is no misconduct.', '所報告的情況並非違規行為。'),
    },
    {
      clause: incidents.ending,
      met: end.serious,
      figures: { kind, serious: end.serious, orderedOut: end.orderedOut },
      note: text('An examination is ended for a serious breach only.', '只有嚴重違規方可終止考生的考試。'),
    },
  ];
}

/**
 * Whether the University may decide so on the script of a candidate: it refuses that of one who could not be identified or
 * came too late, and may leave the former unmarked. A breach is for the discipline of students.
 */
export function script({ pack, incidents }: RequestsLaw, { incident: of, decision }: ScriptRequest): Ruling {
  const { kind } = of;
  const isBreach = incidents.breaches.has(kind);
  return ruleOn(pack, [
    {
      clause: isBreach ? incidents.discipline : incidents.kinds[kind],
      met: !isBreach && (decision !== 'not-marked' || kind === 'no-identification'),
      figures: { kind, decision },
      note: isBreach
        ? text(
            'What becomes of the script is decided with the breach, under the rules of discipline.',
            '違規個案按紀律規例處理，考卷如何處理亦一併決定。',
          )
        : text(
            'The script of a candidate who came late is taken or refused, and marked if it is taken.',
            '遲到考生的考卷只可接納或拒收；一經接納即須評分。',
          ),
      remedy: isBreach ? undefined : text('Accept or refuse the script.', '接納或拒收考卷。'),
    },
  ]);
}

/** The examination of which a script was refused or left unmarked has no mark until it is sat again. */
export function scriptStands(law: RequestsLaw, study: Study, request: MarkingRequest): Demand[] {
  const { attempt, assignment } = request;
  const item = attempt.items.find(({ id }) => id === assignment);
  if (item?.kind !== 'examination') return [];
  const sat = lastSubmissions(attempt).get(assignment)?.submittedOn;
  const out = (study.requests?.incidents ?? []).findLast(
    ({ course, term, day, script: decided }) =>
      course === attempt.course.code &&
      term === attempt.term.code &&
      decided !== undefined &&
      decided.decision !== 'accepted' &&
      (sat === undefined || sat <= day),
  );
  if (!out?.script) return [];
  return [
    {
      clause: law.incidents.kinds[out.kind],
      met: false,
      figures: { incident: out.id, decision: out.script.decision, decidedOn: out.script.on },
      note: text(`The script was not taken: ${out.script.reason}`, `考卷不獲接納或評分：${out.script.reason}`),
    },
  ];
}
