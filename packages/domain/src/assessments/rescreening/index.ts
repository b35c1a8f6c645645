export * from './contract.ts';
export * from './due-rescreen.ts';
export type { Asked, RescreenFacts } from './rescreen-facts.ts';
export * from './rescreen-list.ts';
export {
  type AskableForm,
  type RescreenPathway,
  type RescreenRules,
  rescreenRules,
  YEARS_AHEAD,
} from './rescreen-rules.ts';
export { nextRescreen, rescreenStanding, rescreensOf } from './rescreens-of.ts';
