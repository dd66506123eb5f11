/** Which methods the resources of the server take; a path that is known is answered 405 and not 404. */
export interface RouteTable {
  add(method: string | readonly string[], pattern: string): void;
  /** The methods that the resource at a path takes, in order; none when there is no such resource. */
  methodsAt(path: string): readonly string[];
}

export function routeTable(): RouteTable {
  const methods = new Map<string, Set<string>>();
  return {
    add(method, pattern) {
      const known = methods.get(pattern) ?? new Set<string>();
      for (const one of [method].flat()) known.add(one);
      methods.set(pattern, known);
    },
    methodsAt(path) {
      const found = new Set<string>();
      for (const [pattern, known] of methods) if (fits(path, pattern)) for (const method of known) found.add(method);
      return [...found].sort();
    },
  };
}

function fits(path: string, pattern: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const rest = wanted.at(-1) === '*';
  if (rest ? given.length < wanted.length : given.length !== wanted.length) return false;
  return wanted.every(
    (part, index) => part === '*' || (part.startsWith(':') ? given[index] !== '' : part === given[index]),
  );
}
