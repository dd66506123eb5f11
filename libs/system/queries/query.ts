import type { Type } from '@nestjs/common';
import type { Text } from '#kernel';
import type { ReadDocument, ReadModels } from '#projections';
import type { Log } from '../eligibility-now.ts';

/** What a read model is asked for: `{ student: 'S1', term: '2024-AUT' }`. */
export type Subject = Readonly<Record<string, string>>;

/** One question that the read side answers, on whatever surface it is asked. */
export interface ReadModelQuery {
  readonly name: string;
  /** The projection that answers it; absent where it is worked out from the log when it is asked. */
  readonly readModel?: string;
  /** The resource under `/api/v1`, with the subject's parts as parameters. */
  readonly path: string;
  readonly summary: Text;
  /** What is answered: a document of this class, or a list of them. */
  readonly document: Type;
  readonly list: boolean;
  /** Whether it can be asked as of a past time; what a projection answers always can. */
  readonly asOf?: true;
  /** The clauses that ask for it, of every regime and mode. */
  readonly clauses?: readonly string[];
  /** `staff`: those who know results before they are published; absent where everybody may what is of no student, and the student what is his or her own. */
  readonly by?: 'staff';
  read(models: ReadModels, subject: Subject, log: Log): Promise<ReadDocument | undefined>;
}

/** A part of the subject; empty where it was not told. */
export const of = (subject: Subject, part: string): string => subject[part] ?? '';
