/** The parts of a JSON Schema that our own documents are described with. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
}

export type Schemas = Readonly<Record<string, Schema>>;

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

const typed = (value: unknown, type: string): boolean =>
  typeOf(value) === type || (type === 'number' && typeof value === 'number');

/**
 * Where a document is not as its schema says. Stricter than a validator: a field that the schema does not
 * describe is a fault too.
 */
export function faults(value: unknown, schema: Schema, schemas: Schemas, at = ''): string[] {
  const within = (inner: Schema) => faults(value, inner, schemas, at);
  if (schema.$ref) {
    const named = schemas[schema.$ref.split('/').at(-1) ?? ''];
    return named ? within(named) : [`${at}: ${schema.$ref} is not there`];
  }
  const alternatives = schema.anyOf ?? schema.oneOf;
  return [
    ...(schema.allOf ?? []).flatMap(within),
    ...(alternatives && !alternatives.some((one) => within(one).length === 0)
      ? [`${at}: none of ${JSON.stringify(alternatives.flatMap(within))}`]
      : []),
    ...ownFaults(value, schema, at),
    ...partFaults(value, schema, schemas, at),
  ];
}

function ownFaults(value: unknown, schema: Schema, at: string): string[] {
  const { type, minimum = -Infinity, maximum = Infinity, minItems = 0, maxItems = Infinity } = schema;
  const types = typeof type === 'string' ? [type] : type;
  const said = [
    types && !types.some((each) => typed(value, each)) && `is not ${types}`,
    schema.enum && !schema.enum.includes(value) && `is none of ${schema.enum}`,
    schema.format === 'date' && !/^\d{4}-\d\d-\d\d$/.test(String(value)) && 'is not a day',
    typeof value === 'number' && (value < minimum || value > maximum) && `is not within ${minimum} to ${maximum}`,
    Array.isArray(value) && (value.length < minItems || value.length > maxItems) && 'has too few elements or too many',
  ];
  return said.flatMap((fault) => (fault ? [`${at}: ${JSON.stringify(value)} ${fault}`] : []));
}

function partFaults(value: unknown, schema: Schema, schemas: Schemas, at: string): string[] {
  const { items, properties, additionalProperties, required = [] } = schema;
  if (Array.isArray(value)) return value.flatMap((each, i) => faults(each, items ?? {}, schemas, `${at}[${i}]`));
  if (typeOf(value) !== 'object' || !(properties ?? additionalProperties)) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  return [
    ...required.filter((name) => !(name in fields)).map((name) => `${at}.${name}: is missing`),
    ...Object.entries(fields).flatMap(([name, field]) => {
      const described = properties?.[name] ?? additionalProperties;
      return described ? faults(field, described, schemas, `${at}.${name}`) : [`${at}.${name}: is not described`];
    }),
  ];
}
