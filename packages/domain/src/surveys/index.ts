export * from './campaign.ts';
export { surveysContract } from './contract.ts';
export type * from './wire.ts';
