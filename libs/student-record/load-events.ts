import type { DomainEvent } from '#kernel';
import type { LoadShortfall, SmallerLoad } from '#regulations';

/** The School lets less suffice than a term prescribes. */
export type SmallerLoadApproved = DomainEvent<'SmallerLoadApproved', { load: SmallerLoad }>;

/** Less was taken than a term prescribes, without approval; it ends nothing by itself. */
export type LoadShortfallFound = DomainEvent<'LoadShortfallFound', { shortfall: LoadShortfall }>;

export type LoadEvent = SmallerLoadApproved | LoadShortfallFound;
