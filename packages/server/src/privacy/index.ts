export { checkAuditJob, sealAuditJob } from './audit-jobs.ts';
export { AUDIT_MARK_PURPOSE } from './audit-mark-key.ts';
export { headFile, type KnownHead, readHeadFile, writeHeadFile } from './head-file.ts';
export { privacyRoutes } from './routes.ts';
export { sealAudit } from './seal-audit.ts';
export { type RestoredLog, settleRestoredLog } from './settle-restored.ts';
export { type AuditFinding, type AuditVerdict, verifyAudit } from './verify-audit.ts';
