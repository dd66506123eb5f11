/** How much may be under way at once; an append counts for 16 KiB at least, so that there are some 2,000 of them. */
const ROOM = 32 * 2 ** 20;
const LEAST = 16 * 2 ** 10;

/** Lets appends go out as there is room, first come, first served. One alone always has room. */
export function gate(room = ROOM) {
  let used = 0;
  const waiting: { size: number; enter: () => void }[] = [];

  const admit = () => {
    for (let next = waiting[0]; next && (used === 0 || used + next.size <= room); next = waiting[0]) {
      waiting.shift();
      used += next.size;
      next.enter();
    }
  };

  return {
    async within<Result>(bytes: number, work: () => Promise<Result>): Promise<Result> {
      const size = Math.max(bytes, LEAST);
      if (waiting.length === 0 && (used === 0 || used + size <= room)) used += size;
      else await new Promise<void>((enter) => waiting.push({ size, enter }));
      try {
        return await work();
      } finally {
        used -= size;
        admit();
      }
    },
  };
}
