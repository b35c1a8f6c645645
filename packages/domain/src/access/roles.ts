/** The roles of the cast (`docs/glossary.md`). A role says what somebody may do; a scope says where. */
export const ROLES = [
  'practitioner',
  'school-social-worker',
  'supervisor',
  'regional-coordinator',
  'national-coordinator',
  'analyst',
  'peer-provider',
  'specialist',
  'trainer',
  'data-protection-officer',
  'technical-administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** A role held by an account: in the whole programme (`region` null) or in one region. */
export interface Assignment {
  readonly role: Role;
  readonly region: string | null;
}
