import { describe, expect, it } from '@jest/globals';
import * as academicRecord from '#academic-record';
import * as catalogue from '#catalogue';
import { type CommandClass, readCommand } from '#commands';
import { readDataset } from './dataset.ts';
import { EXTRACT } from './sample.fixture.ts';
import { ouladTimeline } from './timeline.ts';

describe('the commands of the timeline', () => {
  it('are ones that the system knows, with valid fields', () => {
    const classes: Record<string, unknown> = { ...catalogue, ...academicRecord };
    const problems = [...ouladTimeline(readDataset(EXTRACT))].flatMap(({ command, key }) => {
      const read = readCommand(classes[command.type] as CommandClass, command.data);
      return read.problems ? [{ key, problems: read.problems }] : [];
    });
    expect(problems).toEqual([]);
  });
});
