export { addToLedger, LedgerUnreadable, ledgerFile, readLedger } from './ledger-file.ts';
export { keepErasureLedger } from './ledger-job.ts';
export { replayErasures } from './replay-erasures.ts';
export { erasureRoutes } from './routes.ts';
