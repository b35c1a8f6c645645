export { AssessmentsPanel } from './assessments-panel.tsx';
export { assessmentsWhileOffline } from './while-offline.ts';
