import { describe, expect, it } from '@jest/globals';
import { commandIdOf, eventIdOf } from './envelope.ts';

describe('ids', () => {
  it('of events are the same whenever the command is sent', () => {
    expect(eventIdOf('c1', 0)).toBe(eventIdOf('c1', 0));
  });

  it('of events differ by command and by place', () => {
    expect(new Set([eventIdOf('c1', 0), eventIdOf('c1', 1), eventIdOf('c2', 0)]).size).toBe(3);
  });

  it('are UUIDs of version 5', () => {
    for (const id of [eventIdOf('c1', 0), commandIdOf('a row of an import')])
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
