import type { Log } from './log.ts';
import { metastreamOf, systemEvent } from './record.ts';

const EPOCHS = '$epoch-information';

/** A server begins an epoch whenever it starts; nobody ever reads of it. */
export function writeEpoch(log: Log): void {
  const number = log.last(EPOCHS) + 1n;
  log.transaction(() => log.write(EPOCHS, number, [systemEvent(EPOCHS, { epochNumber: Number(number) })]));
}

/** What a server writes of itself before it takes the first request: an epoch, and once the users. */
export function writeFirstRecords(log: Log): void {
  const isNew = log.end() === 0n;
  writeEpoch(log);
  if (!isNew) return;
  log.transaction(() => {
    log.write(metastreamOf('$stats-127.0.0.1:2113'), 0n, [systemEvent('$metadata', { $maxAge: 2_592_000 })]);
    log.write('$user-admin', 0n, [systemEvent('$UserCreated', { loginName: 'admin', groups: ['$admins'] })]);
    log.write('$user-ops', 0n, [systemEvent('$UserCreated', { loginName: 'ops', groups: ['$ops'] })]);
    log.write('$users', 0n, [systemEvent('$User', 'admin'), systemEvent('$User', 'ops')]);
  });
}
