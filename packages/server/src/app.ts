import type { Route } from './http/handler.ts';
import type { Page } from './http/page.ts';

/** Every endpoint of the program: one line a feature. */
export const routes: readonly Route[] = [];

/** Every page that the server renders itself. */
export const pages: readonly Page[] = [];
