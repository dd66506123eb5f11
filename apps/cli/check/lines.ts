import { createWriteStream } from 'node:fs';

/** JSON lines into a file, or nowhere. */
export function linesTo<Line>(file: string | undefined): { add(line: Line): void; end(): Promise<void> } {
  if (file === undefined) return { add: () => undefined, end: async () => undefined };
  const stream = createWriteStream(file);
  return {
    add: (line) => {
      stream.write(`${JSON.stringify(line)}\n`);
    },
    end: () =>
      new Promise((resolve, reject) => {
        stream.once('error', reject);
        stream.end(resolve);
      }),
  };
}
