export { RaisePanel } from './raise-panel.tsx';
export { SafetyBanner } from './safety-banner.tsx';
export { safetyComposed, safetyWhileOffline } from './while-offline.ts';
