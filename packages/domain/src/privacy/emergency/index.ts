export {
  EMERGENCY_HOURS,
  EMERGENCY_REASONS,
  EMERGENCY_VERDICTS,
  EmergencyOpening,
  emergencyContract,
} from './contract.ts';
