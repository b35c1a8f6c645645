import { Problem } from '@tirek/domain/problem';

/** The database's own checks, by constraint name, as the Problem a person can act on. */
const PROBLEM_OF_CONSTRAINT: Record<string, (constraint: string) => Problem> = {
  account_sign_in_name_unique: () => new Problem('sign-in-name-taken'),
  account_pkey: () => new Problem('already-done'),
  account_passkey_credential_unique: () => new Problem('already-done'),
  role_assignment_pkey: () => new Problem('already-done'),
  role_assignment_once: () => new Problem('role-already-held'),
  role_assignment_region_known: () =>
    new Problem('input-invalid', { places: [{ path: 'assignment.region', rule: 'unknown' }] }),
  wave_export_pkey: () => new Problem('already-done'),
  wave_export_decision_pkey: () => new Problem('export-decided'),
  wave_export_decision_by_another: () => new Problem('export-own'),
  report_release_pkey: () => new Problem('already-done'),
  report_release_decision_pkey: () => new Problem('release-decided'),
  report_release_decision_by_another: () => new Problem('release-own'),
  report_release_withdrawal_pkey: () => new Problem('release-not-out'),
  incident_closing_once: () => new Problem('already-done'),
  pupil_entry_version_once: () => new Problem('changed-meanwhile'),
  theme_note_pkey: () => new Problem('already-done'),
  theme_note_withdrawal_pkey: () => new Problem('theme-note-withdrawn'),
  theme_excerpt_pkey: () => new Problem('already-done'),
  theme_coding_pkey: () => new Problem('already-done'),
  theme_coding_place: () => new Problem('theme-coders-full'),
  theme_coding_by_another: () => new Problem('theme-coding-begun'),
  theme_mark_pkey: () => new Problem('already-done'),
  theme_coding_end_pkey: () => new Problem('theme-coding-ended'),
  theme_settlement_pkey: () => new Problem('already-done'),
  theme_settlement_once: () => new Problem('changed-meanwhile'),
  theme_quote_pkey: () => new Problem('already-done'),
  theme_quote_decision_pkey: () => new Problem('quote-decided'),
  theme_quote_decision_by_another: () => new Problem('quote-own'),
  theme_quote_withdrawal_pkey: () => new Problem('quote-not-cleared'),
  legal_demand_pkey: () => new Problem('id-reused'),
  legal_demand_answer_pkey: () => new Problem('id-reused'),
  legal_demand_answer_once: () => new Problem('demand-decided'),
  legal_demand_with_basis: () => new Problem('demand-without-basis'),
  legal_demand_decision_pkey: () => new Problem('demand-decided'),
  legal_demand_decision_by_another: () => new Problem('demand-own'),
  legal_demand_agreed_once: () => new Problem('demand-decided'),
  legal_demand_closing_pkey: () => new Problem('demand-decided'),
  purpose_renewal_pkey: () => new Problem('id-reused'),
  purpose_renewal_by_another: () => new Problem('not-allowed'),
  file_put_away: () => new Problem('put-away'),
  extract_pkey: () => new Problem('id-reused'),
  extract_decision_pkey: () => new Problem('extract-decided'),
  extract_decision_by_another: () => new Problem('extract-own'),
  privacy_settings_pkey: () => new Problem('id-reused'),
  privacy_settings_version_once: () => new Problem('changed-meanwhile'),
  provider_pkey: () => new Problem('id-reused'),
  provider_version_once: () => new Problem('changed-meanwhile'),
  provider_informal_unreachable: () => new Problem('provider-informal-contacts'),
  service_pkey: () => new Problem('id-reused'),
  service_version_once: () => new Problem('changed-meanwhile'),
  responsibility_pkey: () => new Problem('id-reused'),
  responsibility_version_once: () => new Problem('changed-meanwhile'),
  person_pkey: () => new Problem('already-done'),
  person_merge_pkey: () => new Problem('id-reused'),
  person_merge_waiting: () => new Problem('merge-waits'),
  person_search_once: () => new Problem('search-used'),
  case_settings_pkey: () => new Problem('id-reused'),
  case_settings_version_once: () => new Problem('changed-meanwhile'),
  saved_list_pkey: () => new Problem('id-reused'),
  saved_list_withdrawal_pkey: () => new Problem('already-done'),
  identity_search_pkey: () => new Problem('id-reused'),
  identity_opening_pkey: () => new Problem('id-reused'),
  identity_opening_person: () => new Problem('not-found'),
  identity_version_once: () => new Problem('changed-meanwhile'),
  family_fact_version_once: () => new Problem('changed-meanwhile'),
  attachment_pkey: () => new Problem('already-done'),
  attachment_withdrawal_pkey: () => new Problem('already-done'),
  case_entry_pkey: () => new Problem('id-reused'),
  case_entry_version_once: () => new Problem('changed-meanwhile'),
  family_member_once: () => new Problem('already-member'),
  family_member_until_after_from: () =>
    new Problem('input-invalid', { places: [{ path: 'until', rule: 'before-from' }] }),
  residence_region: () =>
    new Problem('input-invalid', { places: [{ path: 'region', rule: 'unknown' }] }),
  residence_until_after_from: () =>
    new Problem('input-invalid', { places: [{ path: 'from', rule: 'before-last' }] }),
  supervision_once: () => new Problem('already-supervised'),
  supervision_of_another: () => new Problem('own-account'),
  supervision_supervisor: () => new Problem('not-found'),
  supervision_practitioner: () => new Problem('not-found'),
  consent_pkey: () => new Problem('id-reused'),
  consent_settings_pkey: () => new Problem('id-reused'),
  consent_settings_version_once: () => new Problem('changed-meanwhile'),
  consent_purpose_text_pkey: () => new Problem('consent-version-taken'),
  consent_receiver_pkey: () => new Problem('id-reused'),
  consent_receiver_name_once: () => new Problem('already-done'),
  erasure_request_pkey: () => new Problem('id-reused'),
  erasure_decision_pkey: () => new Problem('erasure-decided'),
  erasure_decision_by_another: () => new Problem('erasure-own'),
  erasure_not_on_hold: () => new Problem('erasure-on-hold'),
  erasure_pkey: () => new Problem('erasure-done'),
  breach_pkey: () => new Problem('id-reused'),
  breach_notice_pkey: () => new Problem('breach-noticed'),
  emergency_opening_pkey: () => new Problem('id-reused'),
  emergency_opening_searched: () => new Problem('not-found'),
  emergency_opening_person: () => new Problem('not-found'),
  emergency_review_pkey: () => new Problem('emergency-reviewed'),
  own_copy_pkey: () => new Problem('id-reused'),
  own_copy_decision_pkey: () => new Problem('copy-decided'),
  own_copy_decision_by_another: () => new Problem('copy-own'),
  own_copy_hand_over_pkey: () => new Problem('copy-gone'),
  legal_hold_pkey: () => new Problem('id-reused'),
  legal_hold_once: () => new Problem('already-done'),
  legal_hold_person: () => new Problem('not-found'),
  role_assignment_administrator_left: () => new Problem('last-administrator'),
};

const ROW_POLICY_VIOLATED = '42501';
const TOO_MANY_CONNECTIONS = new Set(['53300', '57P01', '57P03', 'ECONNREFUSED', 'ENOENT']);
const DISK_FULL = '53100';

/** Translates an error of the database into a Problem; anything else is given back as it is. */
export function problemOfConstraint(error: unknown): unknown {
  if (error instanceof Problem || typeof error !== 'object' || error === null) return error;
  const { constraint, code } = error as { constraint?: string; code?: string };
  const known = constraint ? PROBLEM_OF_CONSTRAINT[constraint] : undefined;
  if (known && constraint) return known(constraint);
  if (code === ROW_POLICY_VIOLATED) return new Problem('not-allowed');
  if (code === DISK_FULL) return new Problem('storage-full');
  if (code && TOO_MANY_CONNECTIONS.has(code)) return new Problem('unavailable');
  return error;
}
