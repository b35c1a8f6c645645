import type { Role } from '@tirek/domain/access';
import type { TextOf } from '../text/load-text.ts';

/** The name of a role. */
export const roleTitle = (text: TextOf<'access'>, role: Role): string => text(`role.${role}`);
