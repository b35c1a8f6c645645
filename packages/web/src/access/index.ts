export { deviceName } from './device-name.ts';
export { type HandedDevice, useHandedDevice } from './handed-device.ts';
export { proofStore } from './proof-store.ts';
export { Proofs } from './proofs.tsx';
export { roleTitle } from './role-title.ts';
export { SessionContext, useHolder, useMay, useSession, WithoutVerbs } from './session.tsx';
export { SessionGate } from './session-gate.tsx';
export { sessionStore } from './session-store.ts';
export { signedInApi } from './signed-in-api.ts';
