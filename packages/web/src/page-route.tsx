import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Permission } from '@tirek/domain/access';
import { MissingPage } from './shell/missing-page.tsx';
import { Root } from './shell/root.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** `nobody`: open to a visitor; `signed-in`: to every account; else the verb needed. */
    readonly needs?: Permission | 'nobody' | 'signed-in';
  }
}

export const root = createRootRoute({ component: Root, notFoundComponent: MissingPage });

type Load = Parameters<typeof lazyRouteComponent>[0];

/** A page that is fetched when it is opened. */
export const page = <const Path extends string, const Name extends string>(
  path: Path,
  needs: Permission | 'nobody' | 'signed-in',
  load: () => Promise<Record<Name, unknown>>,
  name: Name,
) =>
  createRoute({
    getParentRoute: () => root,
    path,
    staticData: { needs },
    component: lazyRouteComponent(load as Load, name as never),
  });
