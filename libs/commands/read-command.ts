import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import type { Command, CommandClass } from './command.ts';

/** What is wrong with one field: `assignments.0.weight: must not be greater than 100`. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

export type ReadCommand<C extends Command> =
  | { readonly command: C; readonly problems?: undefined }
  | { readonly command?: undefined; readonly problems: readonly FieldProblem[] };

/** Makes a command of fields that came from outside, or says everything that is wrong with them. */
export function readCommand<C extends Command>(type: CommandClass<C>, fields: unknown): ReadCommand<C> {
  const { fields: command, problems } = readFields(type, fields);
  return problems ? { problems } : { command };
}

export type ReadFields<T> =
  | { readonly fields: T; readonly problems?: undefined }
  | { readonly fields?: undefined; readonly problems: readonly FieldProblem[] };

/** The same for any class whose fields say what is valid. */
export function readFields<T extends object>(type: new () => T, fields: unknown): ReadFields<T> {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return { problems: [{ field: '', problem: 'must be an object' }] };
  const inherited = inheritedNames(fields);
  if (inherited.length > 0) return { problems: inherited };
  const read = plainToInstance(type, withoutNulls(fields) as object, {
    enableImplicitConversion: false,
    exposeUnsetFields: false,
  });
  const errors = validateSync(read, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
  });
  return errors.length > 0 ? { problems: problemsOf(errors) } : { fields: read };
}

/** A field that is null is a field that was not given, in the parts of a command as in the command. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(given.map(([name, field]) => [name, withoutNulls(field)]));
}

/** Names that every object has, such as `toString`, are no fields; the library would drop them without a word. */
function inheritedNames(value: unknown, path = ''): FieldProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => {
    const full = path ? `${path}.${name}` : name;
    const own = name in Object.prototype ? [{ field: full, problem: `property ${name} should not exist` }] : [];
    return [...own, ...inheritedNames(field, full)];
  });
}

const problemsOf = (errors: readonly ValidationError[], path = ''): FieldProblem[] =>
  errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.values(error.constraints ?? {}).map((problem) => ({ field, problem }));
    return [...own, ...problemsOf(error.children ?? [], field)];
  });
