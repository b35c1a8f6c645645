import * as z from 'zod/mini';

/** What whoever holds a link sends with every call: the token of its address, and the six digits that were told by another way. */
export const LINK_KEY = {
  token: z.string().check(z.regex(/^[\w-]{43}$/)),
  code: z.string().check(z.regex(/^\d{6}$/)),
};
