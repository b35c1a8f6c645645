/** Tables that know a person or a family and are not in her own copy, each with the reason why. */
export const NOT_TOLD: Readonly<Record<string, string>> = {
  person_data_key: 'a key; what lies under it is told',
  name_token: 'keyed hashes that a search finds by; made of the names, which are told',
  family_change: 'a counter for devices',
  identity_opening: 'told as a view, with its reason',
  emergency_opening: 'told as a view, with its reason',
  person_merge: 'says which ids are one person; what hangs on either is told',
  erasure_request: 'told as an entry of the log',
  erasure_decision: 'told as an entry of the log',
  erasure: 'of somebody of whom nothing is left to tell',
  legal_hold: 'a court or an office may bar that it is told',
  own_copy: 'told as an entry of the log',
};
