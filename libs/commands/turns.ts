/** Lets what bears the same name go one after the other, in the order in which it came; other names do not wait. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** The names under which something is under way. */
  get size(): number {
    return this.#last.size;
  }

  /** Acts when all that came before under this name has come to its end, well or not. */
  async take<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const turn = before.then(act, act);
    this.#last.set(name, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(name) === turn) this.#last.delete(name);
    }
  }
}
