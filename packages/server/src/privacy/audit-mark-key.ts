/** Purpose of the key that marks links of the audit chain, for `derivedKey`. */
export const AUDIT_MARK_PURPOSE = 'audit chain marks';
