import { type Command, type CommandClass, fieldsOf, IsLineList, IsReason, IsStudyApplicationId } from '#commands';
import { accept, holds, type Ruling, refuse, rule, type Text, text } from '#kernel';
import type { StudyApplication, StudyApplicationKind } from '#regulations';
import type { StudentRecord, StudyApplicationMade } from '#student-record';
import { applicationKnown } from '../examination/papers.ts';
import { isRefusal, recordUseCase, registrationEnded, registrationGoingOn } from '../record-use-case.ts';
import { asApproved, GRANTED_BY } from './granted.ts';

interface Terms extends Command {
  readonly student: string;
  readonly programme?: string;
}

/** What goes with every application. */
interface Applying {
  readonly application: string;
  readonly grounds: string;
  readonly documents?: string[];
}

/** An application for what a request with these terms would carry out. */
export function applying<Asked extends Terms>(terms: abstract new () => Asked): abstract new () => Asked & Applying {
  abstract class ApplicationFor extends (terms as abstract new () => Terms) implements Applying {
    @IsStudyApplicationId({ description: 'What the application is called within the record.' })
    readonly application!: string;

    @IsReason({ description: 'Why it is asked.' })
    readonly grounds!: string;

    @IsLineList(20, { description: 'The documents that come with it.', optional: true })
    readonly documents?: string[];
  }
  return ApplicationFor as unknown as abstract new () => Asked & Applying;
}

interface Application<C extends Terms & Applying> {
  readonly kind: StudyApplicationKind;
  readonly command: CommandClass<C>;
  readonly path: string;
  readonly summary: Text;
  readonly clauses: readonly string[];
}

/**
 * Applying for something that another request grants. What the rules say of it on the day, if only the authority
 * approved, is told at once and kept with the application; nothing else changes until it is granted. Refused where that
 * request would not fit the record at all, and while the same waits already (`already-applied`).
 */
export const application = <C extends Terms & Applying>({ kind, ...definition }: Application<C>) =>
  recordUseCase<C, unknown>({
    ...definition,
    by: ['student', 'registry', 'registrar', 'migration'],
    facts: async (reader, command) => GRANTED_BY[kind].facts?.(reader, command),
    decide: (record, command, { facts, today, actor }) => {
      const { student, programme: named, application: id, grounds, documents = [], ...asked } = termsOf(command);
      if (record.applications.some((each) => each.id === id)) return applicationKnown;
      const found = (kind === 'return' ? registrationEnded : registrationGoingOn)(record, named, today);
      if (isRefusal(found)) return found;
      const { pack, registration } = found;
      const programme = registration.programme.code;
      const law = pack.application(registration.programme, kind);
      if (!law) return noSuchApplication;
      if (isWaiting(record, { kind, programme, asked })) return alreadyApplied;
      const request = asApproved(student, { kind, programme, asked, grounds, authority: law.authority });
      const supposed = GRANTED_BY[kind].decide(record, request, { facts, today, actor });
      if (supposed.outcome === 'refused' && !supposed.events) return supposed;
      const preview = previewed(pack.id, supposed.ruling);
      const made: StudyApplicationMade = {
        type: 'StudyApplicationMade',
        data: {
          application: {
            ...{ id, kind, programme, ...law, asked, grounds, documents },
            ...{ on: today, by: actor, pack: pack.id, preview },
          },
        },
      };
      const { findings, remedies } = preview;
      return accept([made], rule(pack.id, [holds(law.clause, { kind, on: today }), ...findings], remedies));
    },
  });

/** The fields of an application as they are kept. */
const termsOf = (command: Terms & Applying) =>
  fieldsOf(command) as Record<string, unknown> & Pick<Terms & Applying, keyof Applying | 'student' | 'programme'>;

const previewed = (pack: string, ruling: Ruling | undefined): Ruling => ruling ?? rule(pack, []);

type Asked = Pick<StudyApplication, 'kind' | 'programme' | 'asked'>;

/** Whether the same waits already: of single courses one application each, of everything else one. */
const isWaiting = ({ applications }: StudentRecord, { kind, programme, asked }: Asked): boolean =>
  applications.some(
    (each) =>
      !each.end &&
      each.kind === kind &&
      each.programme === programme &&
      shareCourses(coursesOf(each.asked), coursesOf(asked)),
  );

const coursesOf = ({ courses }: StudyApplication['asked']): readonly string[] | undefined =>
  courses as readonly string[] | undefined;

const shareCourses = (one: readonly string[] | undefined, other: readonly string[] | undefined): boolean =>
  !one || !other || one.some((course) => other.includes(course));

const alreadyApplied = refuse('already-applied', text('The same application waits already.', '同一申請正待審批。'));

const noSuchApplication = refuse(
  'no-such-application',
  text('The regulations of the programme know no such application.', '該課程的規例不設此類申請。'),
);
