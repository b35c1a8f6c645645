export { type BackupSecret, SALT_BYTES } from './backup-key.ts';
export { type BackupRefusal, BackupRefused } from './backup-refused.ts';
export { readBackup } from './read-backup.ts';
export { type Restored, restoreBackup } from './restore-backup.ts';
export { type BackupTaken, takeBackup } from './take-backup.ts';
