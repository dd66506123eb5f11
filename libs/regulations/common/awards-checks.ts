import { type ClauseId, type Text, text } from '#kernel';
import type { TermFacts } from '../facts.ts';
import type { RequirementCheck } from '../pack.ts';
import type { Ceiling } from './awards.ts';
import { averageChecks, coreCheck } from './awards-averages.ts';
import { categoryFloorsOf, ceilingsFor, creditsOf, underCeiling } from './awards-counted.ts';
import type { Evidence } from './awards-evidence.ts';
import { categoryText, coursesAt, creditsWanting } from './awards-texts.ts';
import { gradedYearOf, longestPeriod, yearOfStudy } from './eligibility.ts';
import { unmetOf } from './entry.ts';
import { termsOf } from './figures-terms.ts';

const atLeast = (clause: ClauseId, requirement: Text, minimum: number, have: number): RequirementCheck => {
  const check = { clause, requirement, needed: String(minimum), have: String(have) };
  return have >= minimum
    ? { ...check, met: true }
    : { ...check, met: false, outstanding: creditsWanting(minimum - have) };
};

const TOTAL = text('Credits in all', '總學分');
const BEYOND = text('Credits that the programme prescribes in all', '課程訂明的總學分');
const NAMED = text('Credits from the courses that the programme names', '課程指定學科的學分');
const RESIDENCE = text('Credits earned at the University', '於本校修讀取得的學分');
const CGPA = text('CGPA', '累積平均積點');
const COURSES = text('Courses that the programme requires', '課程規定的必修學科');
const REMAINING = text('Courses to be passed before block credits count', '使用整體學分前須修畢的學科');
const ENTRY = text('Conditions of entry', '入學條件');
const MAJOR = text('Courses of the major', '主修學科');
const MINOR = text('Courses of the minor', '副修學科');
const EXPIRY = text('Credits too old to count', '逾期不再計算的學分');
const ONCE = text('Required courses that count towards another programme', '已計入另一課程的必修學科');
const PERIOD = text('Within the longest period of study', '於最長修業期內達到要求');

const levelCheck = ({ rules, counted }: Evidence): RequirementCheck[] =>
  rules.floors.map(({ clause, levels, minimum, ofNamed }) => {
    const of = coursesAt(levels);
    const requirement = text(`Credits from ${of.en}`, `${of['zh-Hant']}的學分`);
    const have = creditsOf(counted, (item) => levels.includes(item.level) && (!ofNamed || item.named));
    return atLeast(clause, requirement, minimum, have);
  });

const ceilingText = ({ levels, category }: Ceiling): Text => {
  const of = levels ? coursesAt(levels) : undefined;
  const kind = category ? categoryText(category) : undefined;
  return of
    ? text(`Credits counted from ${of.en}, at most`, `計算在內的${of['zh-Hant']}學分上限`)
    : text(`Credits counted from ${kind?.en} courses, at most`, `計算在內的${kind?.['zh-Hant']}學科學分上限`);
};

/** Told only where the record has such credits; never a reason to refuse. */
const ceilingChecks = ({ rules, study, counted }: Evidence): RequirementCheck[] =>
  ceilingsFor(rules, study).flatMap((ceiling) => {
    const under = underCeiling(ceiling, counted);
    if (under.all === 0) return [];
    const { clause, maximum } = ceiling;
    return [
      { clause, requirement: ceilingText(ceiling), met: true, needed: String(maximum), have: String(under.counted) },
    ];
  });

/** English and General Education first take what full-time block credits stand for. [3cu/ct/3.1(f)] */
function categoryChecks({ rules, study, counted, holdings }: Evidence): RequirementCheck[] {
  let block = holdings.fullTimeBlock;
  return categoryFloorsOf(rules, study).map(({ clause, category, minimum }) => {
    const name = categoryText(category);
    const requirement = text(`Credits of ${name.en}`, `${name['zh-Hant']}學科的學分`);
    const own = creditsOf(counted, (item) => item.category === category);
    const mayUseBlock = category === 'university-english' || category === 'general-education';
    const fromBlock = mayUseBlock ? Math.min(block, Math.max(0, minimum - own)) : 0;
    block -= fromBlock;
    return atLeast(clause, requirement, minimum, own + fromBlock);
  });
}

/** A list of courses, each to be passed, transferred or exempted. */
function courseList(
  clause: ClauseId,
  requirement: Text,
  codes: readonly string[],
  done: (code: string) => boolean,
): RequirementCheck {
  const missing = codes.filter((code) => !done(code));
  const check = { clause, requirement, needed: String(codes.length), have: String(codes.length - missing.length) };
  if (missing.length === 0) return { ...check, met: true };
  const list = missing.join(', ');
  return { ...check, met: false, outstanding: text(`Still to be passed: ${list}.`, `尚待修畢：${list}。`) };
}

function courseChecks({ rules, study, holdings }: Evidence): RequirementCheck[] {
  const { courses } = study.registration.programme.requirements;
  const done = (code: string): boolean => holdings.satisfied.has(holdings.nameOf(code));
  const passed = (code: string): boolean => holdings.passed.has(holdings.nameOf(code));
  const { major, minor } = study.registration.programme.requirements;
  const fields = [
    ...(major ? [courseList(rules.major ?? rules.programme, MAJOR, major, done)] : []),
    ...(minor ? [courseList(rules.minor ?? rules.programme, MINOR, minor, done)] : []),
  ];
  if (holdings.blocks.length > 0) {
    const listed = [...new Set(holdings.blocks.flatMap((block) => block.remainingCourses))];
    return [courseList(rules.remaining, REMAINING, listed, passed), ...fields];
  }
  return [...(courses.length > 0 ? [courseList(rules.programme, COURSES, courses, done)] : []), ...fields];
}

function cgpaCheck({ rules, figures }: Evidence): RequirementCheck[] {
  if (!rules.cgpa) return [];
  const { clause, minimum } = rules.cgpa;
  const { value } = figures.cgpa;
  const needed = minimum.toFixed(2);
  const have = value?.toFixed(2) ?? '-';
  const check = { clause, requirement: CGPA, needed, have, restsOn: figures.restsOn.averages };
  if (value?.atLeast(minimum)) return [{ ...check, met: true }];
  return [
    {
      ...check,
      met: false,
      outstanding: text(`A CGPA of ${needed} or above.`, `累積平均積點須達 ${needed} 或以上。`),
    },
  ];
}

/** Asked of those who use transferred credits. [5cu/ct/5.1.2] [3cu/ct/5.1.2] */
const residenceCheck = ({ residence, figures, counted }: Evidence): RequirementCheck[] => {
  if (!residence || figures.creditsTransferred === 0) return [];
  const here = creditsOf(counted, ({ attempt }) => attempt !== undefined);
  return [atLeast(residence.clause, RESIDENCE, residence.minimum, here)];
};

/** Told where the programme set a limit; it stands in the way of those whose credits that count are too few for it. */
function expiryCheck({ rules, study, holdings, counted, creditsRequired }: Evidence): RequirementCheck[] {
  const { creditYears } = study.registration.programme.requirements;
  if (!rules.expiry || creditYears === undefined) return [];
  const { expired } = holdings;
  const check = { clause: rules.expiry, requirement: EXPIRY, needed: '0', have: String(expired) };
  if (expired === 0 || creditsOf(counted) >= creditsRequired) return [{ ...check, met: true }];
  return [
    {
      ...check,
      met: false,
      outstanding: text(
        `${expired} credits were earned more than ${creditYears} years before the last result.`,
        `有 ${expired} 學分於最後一項成績的 ${creditYears} 年以前取得。`,
      ),
    },
  ];
}

/** Told of those who passed courses for another programme: what this one requires of them is to be earned for it. */
function onceCheck({ rules, study, holdings }: Evidence): RequirementCheck[] {
  const { code, requirements } = study.registration.programme;
  const others = study.attempts.filter(({ programme, status }) => programme !== code && status === 'completed');
  if (!rules.once || others.length === 0) return [];
  const wanted = requirements.courses.filter((one) => !holdings.satisfied.has(holdings.nameOf(one)));
  const elsewhere = others.filter(({ course }) => wanted.includes(course.code)).map(({ course }) => course.code);
  const check = { clause: rules.once, requirement: ONCE, needed: '0', have: String(elsewhere.length) };
  if (elsewhere.length === 0) return [{ ...check, met: true }];
  const list = elsewhere.join(', ');
  return [
    {
      ...check,
      met: false,
      outstanding: text(`Counts towards another programme: ${list}.`, `已計入另一課程：${list}。`),
    },
  ];
}

/** Asked where the programme has conditions of entry. [5cu/bach/5.1(d)] */
function entryCheck({ rules, study: { registration } }: Evidence): RequirementCheck[] {
  const asked = registration.programme.entry?.conditions.length ?? 0;
  if (!rules.entry || asked === 0) return [];
  const unmet = unmetOf(registration);
  const check = { clause: rules.entry, requirement: ENTRY, needed: String(asked), have: String(asked - unmet.length) };
  if (unmet.length === 0) return [{ ...check, met: true }];
  const list = unmet.join(', ');
  return [{ ...check, met: false, outstanding: text(`Not shown to be met: ${list}.`, `未有證明符合：${list}。`) }];
}

/** By the academic year of the last result; deferred years are years of the period. */
function periodCheck({ rules, study, figures }: Evidence): RequirementCheck[] {
  if (!rules.maximumPeriod) return [];
  const { registration } = study;
  const terms: ReadonlyMap<string, TermFacts> = termsOf(study.attempts);
  const years = figures.attempts
    .filter(({ attempt }) => attempt.status === 'completed')
    .map(({ attempt }) => yearOfStudy(registration, gradedYearOf(attempt, terms)));
  const last = Math.max(1, ...years);
  const maximum = longestPeriod({ ...study, extensions: [] }, rules.maximumPeriod.longest);
  const check = {
    clause: rules.maximumPeriod.clause,
    requirement: PERIOD,
    needed: String(maximum),
    have: String(last),
  };
  if (last <= maximum) return [{ ...check, met: true }];
  return [
    {
      ...check,
      met: false,
      outstanding: text(`The period of ${maximum} years has passed.`, `已超逾 ${maximum} 年的最長修業期。`),
    },
  ];
}

/** What the award takes, and by itself what the programme asks beyond that where a clause says so. */
function totalChecks({ rules, total, creditsRequired, counted, figures }: Evidence): RequirementCheck[] {
  const have = creditsOf(counted);
  const { minimum } = rules.credits;
  const restsOn = figures.restsOn.credits;
  const inAll = (asked: number): RequirementCheck => ({ ...atLeast(total, TOTAL, asked, have), restsOn });
  if (!rules.beyond || creditsRequired <= minimum) return [inAll(creditsRequired)];
  return [inAll(minimum), atLeast(rules.beyond, BEYOND, creditsRequired, have)];
}

/** Every requirement of the award, in the order in which the regulations put them. */
export function checksOf(evidence: Evidence): RequirementCheck[] {
  const { rules, counted, study } = evidence;
  const named = study.registration.programme.requirements.named.length > 0 ? rules.named : undefined;
  return [
    ...totalChecks(evidence),
    ...ceilingChecks(evidence),
    ...(named
      ? [
          atLeast(
            named.clause,
            NAMED,
            named.minimum,
            creditsOf(counted, (item) => item.named),
          ),
        ]
      : []),
    ...levelCheck(evidence),
    ...categoryChecks(evidence),
    ...coreCheck(evidence),
    ...courseChecks(evidence),
    ...cgpaCheck(evidence),
    ...averageChecks(evidence),
    ...residenceCheck(evidence),
    ...entryCheck(evidence),
    ...expiryCheck(evidence),
    ...onceCheck(evidence),
    ...periodCheck(evidence),
  ];
}
