export {
  DEMAND_ANSWERS,
  DEMAND_BARRED_REASONS,
  DEMAND_BASES,
  DEMAND_BODIES,
  DEMAND_STATES,
  DEMAND_TELLINGS,
  DemandYear,
  demandsContract,
  LegalDemand,
} from './contract.ts';
export { demandState, demandYears, isAnswerable } from './standing.ts';
