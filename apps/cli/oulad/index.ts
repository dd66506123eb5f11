export { DatasetError, type Place } from './csv.ts';
export { readDataset } from './dataset.ts';
export { extract } from './extract.ts';
export { GRADES, type OuladCommand } from './mapping.ts';
export type { Assessment, Dataset, Registration, Submission } from './tables.ts';
export { commandCount, ouladTimeline, type TimelineEntry } from './timeline.ts';
export { expectedTotals, type OuladTotals } from './totals.ts';
