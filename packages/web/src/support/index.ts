export { BetweenPanel } from './between-panel.tsx';
export { RecentSupportPanel } from './recent-panel.tsx';
export { SupportPanel } from './support-panel.tsx';
export { supportComposed, supportWhileOffline } from './while-offline.ts';
