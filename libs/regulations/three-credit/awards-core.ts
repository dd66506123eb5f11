import type { CategoryFloor } from '../common/awards.ts';

/** The University core: nine credits in four parts. */
export const core = (clause: string): CategoryFloor[] => [
  { clause: `${clause}(a)`, category: 'core-values', minimum: 2 },
  { clause: `${clause}(b)`, category: 'social-responsibility', minimum: 1 },
  { clause: `${clause}(c)`, category: 'communicator-team-player', minimum: 3 },
  { clause: `${clause}(d)`, category: 'entrepreneurial-leadership', minimum: 3 },
];
