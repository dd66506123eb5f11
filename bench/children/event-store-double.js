/** The protocol double of EventStoreDB with its log in memory, until it is told to end. */
import { startEventStoreDouble } from '../../dist/libs/event-store/testing/index.js';

const double = await startEventStoreDouble();
console.log(double.connectionString);
process.once('SIGTERM', () => double.close());
