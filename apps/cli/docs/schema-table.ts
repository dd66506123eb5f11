/** The parts of a JSON Schema that the reference prints. */
export interface Schema {
  readonly $ref?: string;
  /** Several where a field may be null. */
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  /** A part that may be null. */
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly example?: unknown;
}

export type Schemas = Readonly<Record<string, Schema>>;

/** Rows of a table of the fields of a class, the fields of its parts below it, written `part.field` or `list[].field`. */
export function fieldRows(schema: Schema, schemas: Schemas, path = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const needed = schema.required?.includes(name) ? 'yes' : '';
    const full = path + name;
    const row = `| \`${full}\` | ${kindOf(field)} | ${needed} | ${field.description ?? ''} |`;
    const part = partOf(field, schemas);
    return [row, ...(part ? fieldRows(part.schema, schemas, `${full}${part.list ? '[]' : ''}.`) : [])];
  });
}

export const table = (rows: readonly string[]): string =>
  ['| field | kind | needed | meaning |', '|---|---|---|---|', ...rows].join('\n');

const nameOf = ({ $ref }: Schema): string | undefined => $ref?.split('/').at(-1);

const isNull = ({ type }: Schema): boolean => type === 'null';

/** The class of a field that has fields of its own, or of the elements of a list of such. */
function partOf(field: Schema, schemas: Schemas): { schema: Schema; list: boolean } | undefined {
  const list = field.type === 'array';
  const inner = list ? (field.items ?? {}) : field;
  const candidates = [inner, ...(inner.allOf ?? []), ...(inner.anyOf ?? [])];
  const name = candidates.map(nameOf).find((found) => found !== undefined);
  const schema = name === undefined ? undefined : schemas[name];
  return schema?.properties && { schema, list };
}

function kindOf(field: Schema): string {
  if (field.anyOf) return alternatives(field.anyOf);
  if (Array.isArray(field.type)) return alternatives(field.type.map((type) => ({ ...field, type })));
  if (isNull(field)) return 'null';
  if (field.type === 'array') return `list of ${kindOf(field.items ?? {})}`;
  if (field.enum)
    return field.enum
      .filter((value) => value !== null)
      .map((value) => `\`${value}\``)
      .join(', ');
  if (field.oneOf) return field.oneOf.map(kindOf).join(', or ');
  if (field.$ref || field.allOf || field.type === 'object') return 'fields';
  if (field.format === 'date') return 'day';
  if (field.type === 'boolean') return 'true or false';
  if (field.type === 'integer' || field.type === 'number') return rangeOf(field);
  return 'text';
}

const alternatives = (schemas: readonly Schema[]): string => [...new Set(schemas.map(kindOf))].join(', or ');

function rangeOf({ type, minimum, maximum }: Schema): string {
  const what = type === 'integer' ? 'whole number' : 'number';
  if (minimum === undefined) return what;
  return maximum === undefined ? `${what}, ${minimum} or more` : `${what}, ${minimum} to ${maximum}`;
}
