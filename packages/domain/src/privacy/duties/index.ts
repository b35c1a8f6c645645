export { DUTY_KINDS, Duty, type DutyKind, dutiesContract } from './contract.ts';
