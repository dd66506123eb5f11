import type { CivilDate } from '#kernel';
import { Day, PartList, Words } from '../field.ts';
import { ShownArrangement } from './arrangement-documents.ts';
import { ShownIncident, ShownOral } from './incident-documents.ts';
import { ShownAppeal, ShownCircumstances, ShownContact, ShownDisclosure } from './result-request-documents.ts';

/** What was asked and reported about the examinations and results of one student, and what came of it. */
export class RequestsDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @Day('The latest day that the record tells of: it is shown as it stood then.')
  readonly asOf!: CivilDate;

  @PartList(ShownArrangement, 'Arrangements for examinations, in order of record.')
  readonly arrangements!: readonly ShownArrangement[];

  @PartList(ShownOral, 'Oral examinations that the award panel required.')
  readonly orals!: readonly ShownOral[];

  @PartList(ShownIncident, 'Incidents at examinations.')
  readonly incidents!: readonly ShownIncident[];

  @PartList(ShownCircumstances, 'Special circumstances that were reported to the award panel.')
  readonly circumstances!: readonly ShownCircumstances[];

  @PartList(ShownContact, 'Trouble with coursework of which the tutor was told.')
  readonly contacts!: readonly ShownContact[];

  @PartList(ShownAppeal, 'Appeals against results.')
  readonly appeals!: readonly ShownAppeal[];

  @PartList(ShownDisclosure, 'Examination marks and proofs of results that were asked for.')
  readonly disclosures!: readonly ShownDisclosure[];
}
