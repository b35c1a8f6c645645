export { DatabaseRefused, type RefusalCode, type RefusalDetails } from './database-refused.ts';
export { type Binaries, findBinaries, OLDEST_MAJOR } from './find-binaries.ts';
export { findRunning, holdsDatabase } from './find-running.ts';
export type { Connection } from './launch.ts';
export { assertDurable, type Durability } from './settings.ts';
export { type Embedded, type EmbeddedOptions, startEmbedded } from './start-embedded.ts';
