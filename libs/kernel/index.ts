export * from './civil-date.ts';
export * from './clock.ts';
export * from './decision.ts';
export * from './envelope.ts';
export * from './rational.ts';
export * from './ruling.ts';
export * from './text.ts';
export * from './witness.ts';
