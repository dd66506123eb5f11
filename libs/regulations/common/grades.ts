import { Rational, type Text } from '#kernel';
import type { GradeRule } from '../pack.ts';
import type { GradeEffect } from '../rules/figures.ts';

/** A grade with what the arithmetic needs besides: points in whole tenths, so that sums stay integers. */
export interface ScaleGrade extends GradeRule {
  readonly tenths: number | null;
}

export type Scale = ReadonlyMap<string, ScaleGrade>;

/** A grade that has points: from a passing grade up it earns the credits of the course. */
export const pointed = (grade: string, tenths: number, standard: Text, effect: 'passed' | 'failed'): ScaleGrade => ({
  grade,
  points: Rational.of(tenths, 10),
  earnsCredit: effect === 'passed',
  inGpa: true,
  standard,
  tenths,
  effect,
});

/** A grade outside every average. */
export const pointless = (grade: string, standard: Text, effect: GradeEffect, earnsCredit = false): ScaleGrade => ({
  grade,
  points: null,
  earnsCredit,
  inGpa: false,
  standard,
  tenths: null,
  effect,
});

export const scaleOf = (grades: readonly ScaleGrade[]): Scale => new Map(grades.map((rule) => [rule.grade, rule]));
