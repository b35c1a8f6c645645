import type { PrintedPlan } from '@tirek/domain/cases';
import { typstPdf } from './typst.ts';

/** A family's plan as an accessible PDF of A4 pages, to be signed and taken home. */
export const familyPlanPdf = (plan: PrintedPlan): Promise<Buffer> => typstPdf('family-plan', plan);
