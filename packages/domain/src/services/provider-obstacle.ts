import type { ProblemCode } from '../problem.ts';
import type { Provider } from './directory-entry.ts';

/**
 * People who help without being an institution have no contacts here: a telephone would be somebody's own. They are reached
 * through the centre.
 */
export const providerObstacle = ({ holder, contacts }: Provider): ProblemCode | null =>
  holder === 'informal' && Object.values(contacts).some((contact) => contact !== '')
    ? 'provider-informal-contacts'
    : null;
