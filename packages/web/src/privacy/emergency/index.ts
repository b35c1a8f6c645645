export { EmergencyNotice } from './emergency-notice.tsx';
export { OpenEmergencyDialog } from './open-emergency-dialog.tsx';
export { NOT_IN_EMERGENCY, useEmergencyOf } from './use-emergency.ts';
