/** The product as it stands built in dist/: the benchmarks use what its own applications use. */
import 'reflect-metadata';

export { commandSideOf } from '../dist/apps/cli/buses.js';
export { previewOf, sheetFacts } from '../dist/libs/academic-record/index.js';
export { calendarAt } from '../dist/libs/catalogue/index.js';
export { commandOf, issue, TrackedReader } from '../dist/libs/commands/index.js';
export { loadEventStoreDb, openSqliteStore } from '../dist/libs/event-store/index.js';
export { commandIdOf, instantOn, plusDays, text } from '../dist/libs/kernel/index.js';
export {
  openReadDatabase,
  rebuild,
  studentReadModels,
} from '../dist/libs/projections/index.js';
export { emptyRecord, evolve, foldOn, RECORD_STREAMS } from '../dist/libs/student-record/index.js';
export { openStores, openSystem, surveyed, useCaseNamed } from '../dist/libs/system/index.js';
