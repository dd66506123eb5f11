import type { Text } from '#kernel';
import type { AwardKind } from '#regulations';
import { AwardName, Day, OneOf, Part, WordList, Words } from '../field.ts';
import { ShownName } from '../particulars/particulars-document.ts';
import { BilingualText, NamedClass } from '../shown.ts';

/**
 * What stands on the certificate of an award, in Chinese and English. Where there is no Chinese name the English one
 * stands alone. It is read from the log, and kept in no read model. [5cu/subdegpd/8.1] [5cu/dual/7.1] [3cu/dual/8.1]
 */
export class AwardCertificateDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @Part(ShownName, 'The registered name; null while none is registered.', 'nullable')
  readonly name!: ShownName | null;

  @AwardName()
  readonly award!: AwardKind;

  @WordList('The parts of the award, of a dual award two.')
  readonly parts!: readonly string[];

  @Words('The code of the programme.')
  readonly programme!: string;

  @Part(BilingualText, 'The programme that was completed.')
  readonly title!: Text;

  @OneOf(['5cu', '3cu'], 'The regulations that the programme is under.')
  readonly regime!: '5cu' | '3cu';

  @Part(NamedClass, 'Of the honours degree; null without.', 'nullable')
  readonly class!: NamedClass | null;

  @Day('The day on which the Council conferred it.')
  readonly conferredOn!: string;

  @Words('The clause by which it bears that day.')
  readonly clause!: string;
}
