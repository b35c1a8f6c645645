import type { FormOutline } from '@tirek/domain/pathways';
import { useRead } from '../../api/use-read.ts';
import { usePathwayWords } from '../use-pathway-words.ts';

const NO_FORMS: readonly FormOutline[] = [];

/** The words of steps, and the instruments by their names once they are known. */
export function useStepWords() {
  const forms = useRead('getPathway', {}).data?.forms ?? NO_FORMS;
  return usePathwayWords(forms);
}
