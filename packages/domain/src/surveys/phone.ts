/** What the respondent's page imports: reading codes, and the pseudonym of a panel member. Nothing heavy. */
export * from './entry-code.ts';
export { type PanelId, panelId } from './panel-id.ts';
export type * from './wire.ts';
