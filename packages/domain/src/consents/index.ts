export { ConsentVersion, ConsentWords, consentsContract } from './contract.ts';
