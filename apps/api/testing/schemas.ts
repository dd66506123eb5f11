import type { OpenAPIObject } from '@nestjs/swagger';

/** As much of a schema of the OpenAPI document as requests are made from. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

export type Fields = Record<string, unknown>;

/** A field somewhere in a request, and the way to it through parts and the first of lists. */
export interface FieldPath {
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly required: boolean;
}

export interface Schemas {
  of(schema: Schema): Schema;
  /** The least value that fits. */
  sample(schema: Schema): unknown;
  /** Every field of an object, with those of its parts. */
  fields(schema: Schema): FieldPath[];
  /** A valid object in which the field is there, with another value. */
  withField(schema: Schema, path: readonly string[], value: unknown): Fields;
}

export function schemasOf(document: OpenAPIObject): Schemas {
  const named = document.components?.schemas as Readonly<Record<string, Schema>>;

  const of = (schema: Schema): Schema => {
    const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
    return ref ? of(named[ref.slice(ref.lastIndexOf('/') + 1)] as Schema) : schema;
  };

  const sample = (given: Schema): unknown => {
    const schema = of(given);
    if (schema.example !== undefined) return schema.example;
    if (schema.oneOf) return sample(schema.oneOf[0] as Schema);
    if (schema.enum) return schema.enum[0];
    if (schema.type === 'object') return object(schema);
    if (schema.type === 'array')
      return schema.items?.format === 'date' ? ['2024-09-02', '2024-11-30'] : [sample(schema.items as Schema)];
    if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 1;
    if (schema.type === 'boolean') return true;
    return schema.format === 'date' ? '2024-09-02' : 'X1';
  };

  const object = ({ required = [], properties = {} }: Schema): Fields =>
    Object.fromEntries(required.map((name) => [name, sample(properties[name] as Schema)]));

  const fields = (given: Schema): FieldPath[] => {
    const { properties = {}, required = [] } = of(given);
    return Object.entries(properties).flatMap(([name, property]) => {
      const schema = of(property);
      const part = schema.type === 'array' ? of(schema.items as Schema) : schema;
      const inside = part.type === 'object' ? fields(part) : [];
      const step = schema.type === 'array' ? [name, '0'] : [name];
      return [
        { path: [name], schema, required: required.includes(name) },
        ...inside.map((field) => ({ ...field, path: [...step, ...field.path] })),
      ];
    });
  };

  const withField = (given: Schema, [name = '', ...rest]: readonly string[], value: unknown): Fields => {
    const schema = of(given);
    const whole = object(schema);
    if (rest.length === 0) return { ...whole, [name]: value };
    const property = of(schema.properties?.[name] as Schema);
    return property.type === 'array'
      ? { ...whole, [name]: [withField(property.items as Schema, rest.slice(1), value)] }
      : { ...whole, [name]: withField(property, rest, value) };
  };

  return { of, sample, fields, withField };
}
