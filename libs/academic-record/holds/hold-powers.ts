import type { Role } from '#commands';
import type { HoldKind } from '#regulations';

/** The authorities that have a power, each with the roles that may write it down for that authority. */
export type Powers = Readonly<Record<string, readonly Role[]>>;

const finance: Powers = { finance: ['finance', 'registrar', 'migration'] };
const registrar: Powers = { registrar: ['registrar', 'migration'] };
const university: Powers = { university: ['registrar', 'migration'] };
const registry: Powers = { registry: ['registry', 'registrar', 'migration'] };
const school: Powers = { school: ['school', 'dean', 'registry', 'registrar', 'migration'] };
const adviser: Powers = { adviser: ['adviser', 'school', 'dean', 'registry', 'registrar', 'migration'] };
const dean: Powers = { dean: ['dean', 'registry', 'registrar', 'migration'] };

/** Who places a hold of each kind, and who releases it. Whoever may release may not always place. */
export const HOLD_POWERS: Readonly<Record<HoldKind, { readonly place: Powers; readonly release: Powers }>> = {
  debt: { place: { ...finance, ...registrar }, release: { ...finance, ...registrar } },
  'probation-advice': { place: { ...school, ...registrar }, release: { ...adviser, ...school, ...registrar } },
  discipline: { place: { ...dean, ...registrar, ...university }, release: { ...registrar, ...university } },
  documents: { place: { ...registry, ...registrar, ...school }, release: { ...registry, ...registrar } },
};

/** Whoever may waive a charge. */
export const WAIVING: Powers = { ...finance, ...registrar, ...university };

const powersNamed = (power: 'place' | 'release'): Powers[] => Object.values(HOLD_POWERS).map((of) => of[power]);

const rolesOf = (powers: readonly Powers[]): Role[] => [...new Set(powers.flatMap((of) => Object.values(of).flat()))];

export const AUTHORITIES = [
  ...new Set(Object.values(HOLD_POWERS).flatMap((of) => Object.keys({ ...of.place, ...of.release }))),
];
export const PLACERS = rolesOf(powersNamed('place'));
export const RELEASERS = rolesOf(powersNamed('release'));
export const WAIVERS = rolesOf([WAIVING]);

/** Whether somebody in a role may use a power for an authority. */
export const mayUse = (powers: Powers, authority: string, role: string): boolean =>
  (powers[authority] as readonly string[] | undefined)?.includes(role) ?? false;
