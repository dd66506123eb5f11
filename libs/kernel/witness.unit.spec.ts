import { describe, expect, it } from '@jest/globals';
import { fails, holds, rule } from './ruling.ts';
import { text } from './text.ts';
import { chapterOf, type Testimony, witness } from './witness.ts';

const yes = holds('3cu/dl/3.7');
const no = fails('3cu/dl/6.1', text('Too late.', '已逾期。'));

describe('a witness', () => {
  it('hears of every ruling with its pack and findings, until it stops', () => {
    const heard: Testimony[] = [];
    const stop = witness((testimony) => heard.push(testimony));
    rule('spec', [yes, no]);
    stop();
    rule('spec', [yes]);
    expect(heard).toEqual([{ by: 'spec', findings: [yes, no] }]);
  });

  it('does not change what is decided', () => {
    const alone = rule('spec', [yes, no]);
    const stop = witness(() => undefined);
    expect(rule('spec', [yes, no])).toEqual(alone);
    stop();
  });
});

it.each([
  ['3cu/dl/6.1', '3cu/dl'],
  ['5cu/gloss/preamble-1', '5cu/gloss'],
])('the chapter of %s is %s', (id, chapter) => expect(chapterOf(id)).toBe(chapter));
