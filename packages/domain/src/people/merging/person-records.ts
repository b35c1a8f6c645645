/**
 * What a column that names a person means when two records are one person. `hangs`: it belongs to the person, is shown of her
 * whichever id it bears, and is counted in the preview of a merge. `record`: it belongs to the one record for good (its key, the
 * search that found it) or is kept from the preview (what a court asked).
 */
export type RecordKind = 'hangs' | 'record';

/**
 * Every column that names a person, as `table.column`. A test holds this list against the database: a new table joins in by a
 * line here, by reading through `recordsOf` and `standingId` (server, people/merging/queries.ts) and, where it hangs on the
 * person, by a word in three languages.
 */
export const PERSON_COLUMNS = {
  'person_data_key.person_id': 'record',
  'identity.person_id': 'hangs',
  'name_token.person_id': 'record',
  'name_token_renewal.person_id': 'record',
  'identity_opening.person_id': 'record',
  'family_member.person_id': 'hangs',
  'residence.person_id': 'hangs',
  'spoken_languages.person_id': 'hangs',
  'consent.person_id': 'hangs',
  'case_entry.person_id': 'hangs',
  'case_entry.sealed_for': 'record',
  'emergency_opening.person_id': 'record',
  'own_copy.person_id': 'record',
  'attachment.person_id': 'hangs',
  'attachment.sealed_for': 'record',
  'attachment_piece.person_id': 'record',
  'attachment_piece.sealed_for': 'record',
  'paper.person_id': 'hangs',
  'paper.about_person_id': 'hangs',
  'circumstance.person_id': 'hangs',
  'assessment.person_id': 'hangs',
  'phone_asking.person_id': 'hangs',
  'rescreen_skip.person_id': 'hangs',
  'rescreen_plan.person_id': 'record',
  'rescreen_reminder.person_id': 'record',
  'extract_person.person_id': 'record',
  'school_note.person_id': 'hangs',
  'peer_match.person_id': 'hangs',
  'message.person_id': 'record',
  'safety_event.person_id': 'hangs',
  'safety_entry.sealed_for': 'record',
  'step_proposal.person_id': 'hangs',
  'step_decision.person_id': 'hangs',
  'support_course.person_id': 'hangs',
  'support_session.person_id': 'hangs',
  'support_end.person_id': 'hangs',
  'material_aid.person_id': 'hangs',
  'referral.person_id': 'hangs',
  'legal_hold.person_id': 'record',
  'erasure_request.person_id': 'record',
  'erasure.person_id': 'record',
  'person_put_away.person_id': 'record',
  'person_merge.person_id': 'record',
  'person_merge.merged_id': 'record',
} as const satisfies Record<string, RecordKind>;

export type PersonColumn = keyof typeof PERSON_COLUMNS;
/** The columns that are counted, and two that name several people in one row and so bind no single one. */
export type PersonRecord =
  | {
      [Column in PersonColumn]: (typeof PERSON_COLUMNS)[Column] extends 'hangs' ? Column : never;
    }[PersonColumn]
  | 'family_fact.people'
  | 'audit_entry.about';

export const PERSON_RECORDS = [
  ...(Object.keys(PERSON_COLUMNS) as PersonColumn[]).filter(
    (column): column is Exclude<PersonRecord, 'family_fact.people' | 'audit_entry.about'> =>
      PERSON_COLUMNS[column] === 'hangs',
  ),
  'family_fact.people',
  'audit_entry.about',
] as const;
