export { programmesContract, Region } from './contract.ts';
