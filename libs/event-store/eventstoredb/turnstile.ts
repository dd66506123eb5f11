/** How long the others wait for one that has not gone out yet, in milliseconds. */
const PATIENCE = 250;

/**
 * Keeps the order in which appends were asked for as they go out, whatever each of them has to find out first: so
 * those of one moment stand in the log in that order. Whoever takes long loses its place.
 */
export function turnstile() {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const before = last;
    let pass: (after: Promise<void> | undefined) => void = () => undefined;
    last = new Promise((resolve) => {
      pass = resolve as typeof pass;
    });
    const late = setTimeout(() => pass(before), PATIENCE);
    return {
      /** All that came before have gone out, or have lost their places. */
      before,
      /** Has gone out, or will not go out at all. */
      leave(): void {
        clearTimeout(late);
        pass(before);
      },
    };
  };
}
