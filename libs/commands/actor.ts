import type { Actor, ClauseId } from '#kernel';

/**
 * The roles that act. Offices act in their own name; students and staff are people in a role. An operator runs the
 * system and touches no record.
 */
export const ROLES = [
  'student',
  'registrar',
  'registry',
  'school',
  'dean',
  'course-coordinator',
  'internal-examiner',
  'teacher',
  'tutor',
  'adviser',
  'award-panel',
  'research-degrees-committee',
  'school-research-degrees-committee',
  'principal-supervisor',
  'finance',
  'chief-invigilator',
  'scholarship-committee',
  'operator',
  'migration',
] as const;

export type Role = (typeof ROLES)[number];

/**
 * Who has results before their publication: those who mark, recommend, approve, record or decide on them. Everybody else
 * knows of a student's results what the student does.
 */
const BEFORE_PUBLICATION: ReadonlySet<string> = new Set<Role>([
  'registrar',
  'registry',
  'school',
  'dean',
  'course-coordinator',
  'internal-examiner',
  'teacher',
  'tutor',
  'award-panel',
  'migration',
]);

/** Whether a role knows results that are not published, and what follows from them. */
export const knowsResults = (role: string): boolean => BEFORE_PUBLICATION.has(role);

const FORM = /^([a-z][a-z-]{0,40})(?: ([A-Za-z0-9][A-Za-z0-9._-]{0,63}))?$/;

/** Reads `registrar` or `student S1`; undefined when it is neither a role nor a role with a person. */
export function parseActor(value: string): (Actor & { readonly role: Role }) | undefined {
  const [, role, id] = FORM.exec(value.trim()) ?? [];
  if (!role || !(ROLES as readonly string[]).includes(role)) return undefined;
  if (role === 'student' && !id) return undefined;
  return id ? { role: role as Role, id } : { role: role as Role };
}

/** A power to record what a rule refuses. */
export interface OverridePower {
  /** The roles that may write it down. */
  readonly by: readonly Role[];
  /** The clauses that it never sets aside: the text leaves no room for exceptions. */
  readonly except: readonly ClauseId[];
}

/**
 * Who may set a rule aside, and which rules. The Senate makes the regulations, and the Registrar writes down what it
 * decides of one student; the migration keeps what stands in the records of another system.
 */
export const OVERRIDE_POWERS: Readonly<Record<string, OverridePower>> = {
  senate: { by: ['registrar'], except: ['5cu/dl/3.6', '3cu/dl/3.6', '5cu/dl/8.7.3', '3cu/dl/9.8.3'] },
  migration: { by: ['migration'], except: [] },
};

const powerOf = (authority: string): OverridePower | undefined =>
  Object.hasOwn(OVERRIDE_POWERS, authority) ? OVERRIDE_POWERS[authority] : undefined;

/** Whether a role may set rules aside on an authority. */
export const mayOverride = (role: string, authority: string): boolean =>
  (powerOf(authority)?.by as readonly string[] | undefined)?.includes(role) ?? false;

/** Whether an authority may set all of these clauses aside. */
export const mayBeOverridden = (authority: string, clauses: readonly ClauseId[]): boolean =>
  !clauses.some((clause) => powerOf(authority)?.except.includes(clause));

/** The Registry enters what reaches it signed by others; the migration what was decided elsewhere. */
const ON_PAPER: readonly Role[] = ['registry', 'registrar', 'migration'];

/**
 * Whose approval the regulations may ask for, and the roles that may write down that it was given: the authority
 * itself, one above it, or the Registry with the paper in hand. Never the student.
 */
export const APPROVAL_AUTHORITIES = {
  school: ['school', 'dean', ...ON_PAPER],
  'offering-school': ['school', 'dean', ...ON_PAPER],
  'course-coordinator': ['course-coordinator', 'school', 'dean', ...ON_PAPER],
  teacher: ['teacher', 'course-coordinator', ...ON_PAPER],
  tutor: ['tutor', 'course-coordinator', ...ON_PAPER],
  'internal-examiner': ['internal-examiner', ...ON_PAPER],
  dean: ['dean', ...ON_PAPER],
  registrar: ['registrar', 'migration'],
  university: ['registrar', 'migration'],
  adviser: ['adviser', 'school', ...ON_PAPER],
  'award-panel': ['award-panel', ...ON_PAPER],
  senate: ['registrar', 'migration'],
  'vice-president': ['registrar', 'migration'],
  'research-degrees-committee': ['research-degrees-committee', ...ON_PAPER],
  'school-research-degrees-committee': ['school-research-degrees-committee', ...ON_PAPER],
  'principal-supervisor': ['principal-supervisor', ...ON_PAPER],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type ApprovalAuthority = keyof typeof APPROVAL_AUTHORITIES;

/** Whether a role may write down that this authority approved. */
export const mayRecordApproval = (role: string, authority: string): boolean =>
  (APPROVAL_AUTHORITIES as Readonly<Record<string, readonly string[]>>)[authority]?.includes(role) ?? false;
