import { type Command, IsLine, IsOneOf, IsPart, type StreamKind, type UseCase, useCase } from '#commands';
import { type CivilDate, type RecordedEvent, refuse, text } from '#kernel';
import { IDENTITY_DOCUMENTS, type IdentityDocument, type PersonalName, type ProgrammeFacts } from '#regulations';
import {
  evolveParticulars,
  PARTICULARS_STREAMS,
  type Particulars,
  type ParticularsEvent,
  particularsStream,
  recordOn,
} from '#student-record';
import { isGoingOn, records } from '../record-use-case.ts';

export class NamePart implements PersonalName {
  @IsLine({ description: 'In English, as the document has it.', example: 'CHAN, Tai Man' })
  readonly english!: string;

  @IsLine({ description: 'In Chinese, where the document has one.', example: '陳大文', optional: true })
  readonly chinese?: string;
}

export class IdentityDocumentPart implements IdentityDocument {
  @IsOneOf(IDENTITY_DOCUMENTS, { description: 'The passport is for non-local students only.' })
  readonly kind!: IdentityDocument['kind'];

  @IsPart(NamePart, { description: 'The name that stands on it.' })
  readonly name!: NamePart;
}

/** One stream per person, beside the record: who may read the one need not read the other. */
export const particulars: StreamKind<Particulars | undefined> = {
  prefix: PARTICULARS_STREAMS,
  streamOf: particularsStream,
  initial: undefined,
  evolve: (state, event: RecordedEvent) => evolveParticulars(state, event as unknown as ParticularsEvent),
};

type AboutPerson = Command & { readonly student: string };

interface OfStudent {
  /** The programmes on which the student is registered on a day. */
  programmesOn(day: CivilDate): readonly ProgrammeFacts[];
}

/** A use case on the particulars of a student, whose programmes say which regulations it is under. */
export const particularsUseCase = <C extends AboutPerson>(
  definition: Omit<UseCase<C, Particulars | undefined, OfStudent>, 'stream' | 'subject' | 'requests' | 'facts'>,
) =>
  useCase<C, Particulars | undefined, OfStudent>({
    ...definition,
    stream: particulars,
    subject: (command) => command.student,
    requests: (command) => `particularsRequests-${command.student}`,
    facts: async (reader, { student }) => {
      const whole = await reader.read(records, student);
      return {
        programmesOn: (day) => {
          const record = recordOn(whole, day);
          return record.registrations
            .filter((registration) => isGoingOn(record, registration, day))
            .map(({ programme }) => programme);
        },
      };
    },
  });

export const notAStudent = refuse(
  'not-a-student',
  text('The person is not registered on any programme.', '此人現時沒有修讀任何課程。'),
);
