import { openSqliteStore } from '../../sqlite/index.ts';
import { copyStore } from '../copy-store.ts';

/** A process of its own that copies a log: `copier <from> <to>`. It waits a little now and then, to be killed half-way. */
const [from, to] = process.argv.slice(2) as [string, string];
const source = openSqliteStore({ path: from });
const target = openSqliteStore({ path: to });
const { equal } = await copyStore(source, {
  ...target,
  append: async (...append) => {
    const appended = await target.append(...append);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return appended;
  },
});
await target.close();
await source.close();
process.exitCode = equal ? 0 : 1;
