export { RaisePanel } from './raise-panel.tsx';
export { SafetyBanner } from './safety-banner.tsx';
