export interface PersonalName {
  readonly english: string;
  readonly chinese?: string;
}

export const IDENTITY_DOCUMENTS = ['hong-kong-identity-card', 'passport'] as const;

/** What shows who somebody is. Its number is not kept. */
export interface IdentityDocument {
  readonly kind: (typeof IDENTITY_DOCUMENTS)[number];
  /** The name that stands on it. */
  readonly name: PersonalName;
}

export interface NameRequest {
  readonly name: PersonalName;
  readonly document: IdentityDocument;
  readonly nonLocal: boolean;
}

export const CHANNELS = ['student-portal', 'in-writing'] as const;

/** How a change is reported. [5cu/dl/3.3] [5cu/ug/3.7] [3cu/dl/3.3] [3cu/ug/3.7] */
export type Channel = (typeof CHANNELS)[number];

export interface ParticularsRequest {
  readonly channel: Channel;
  /** Who enters it: `student`, or another role. */
  readonly by: string;
  /** The particulars that change, by name; their values are for no ruling. */
  readonly changed: readonly string[];
  /** A new name, with the document that shows it. */
  readonly name?: NameRequest;
}
