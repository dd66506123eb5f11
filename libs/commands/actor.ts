import type { Actor } from '#kernel';

/** The roles that act on records. Offices act in their own name; students and staff are people in a role. */
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
  'award-panel',
  'migration',
] as const;

export type Role = (typeof ROLES)[number];

const FORM = /^([a-z][a-z-]{0,40})(?: ([A-Za-z0-9][A-Za-z0-9._-]{0,63}))?$/;

/** Reads `registrar` or `student S1`; undefined when it is neither a role nor a role with a person. */
export function parseActor(value: string): (Actor & { readonly role: Role }) | undefined {
  const [, role, id] = FORM.exec(value.trim()) ?? [];
  if (!role || !(ROLES as readonly string[]).includes(role)) return undefined;
  if (role === 'student' && !id) return undefined;
  return id ? { role: role as Role, id } : { role: role as Role };
}

/** Which roles may record, on which authority, what a rule refuses. */
export const OVERRIDE_AUTHORITIES: Readonly<Record<string, readonly Role[]>> = {
  migration: ['migration'],
};
