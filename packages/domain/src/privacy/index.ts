export {
  ACTOR_KINDS,
  AUDIT_EFFECTS,
  AUDIT_PAGE,
  AuditEntry,
  AuditHead,
  privacyContract,
} from './contract.ts';
